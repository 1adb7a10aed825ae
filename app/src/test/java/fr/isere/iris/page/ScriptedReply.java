package fr.isere.iris.page;

import org.jspecify.annotations.Nullable;

/**
 * What the scripted API answers a call.
 *
 * @param body written as JSON; null if there is none
 */
record ScriptedReply(int status, @Nullable Object body) {}
