package fr.isere.iris.chat;

import java.time.Instant;

/**
 * A conversation that lives, as other capabilities see it.
 *
 * @param id where it stands
 * @param owner pseudonym of the one person who may see it
 * @param begun when it was opened
 * @param expiresAt when all of it vanishes, unless something is said in it until then
 */
public record OpenConversation(String id, String owner, Instant begun, Instant expiresAt) {}
