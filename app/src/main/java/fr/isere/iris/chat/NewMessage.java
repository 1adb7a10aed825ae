package fr.isere.iris.chat;

import org.jspecify.annotations.Nullable;

/**
 * What a person sends.
 *
 * @param text her words; none to have an answer generated again
 * @param replaces the message that this one edits (a person's) or generates again (an answer): it becomes a branch beside it
 * @param after the message that it follows; by default the newest
 */
record NewMessage(
        @Nullable String text,
        @Nullable String replaces,
        @Nullable String after) {}
