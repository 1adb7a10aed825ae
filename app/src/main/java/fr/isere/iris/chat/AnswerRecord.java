package fr.isere.iris.chat;

import java.time.Instant;

/**
 * Where an answer belongs. While it is stored, events may be appended to the answer's log; erased, never again.
 *
 * @param id of the answer
 * @param conversationId where it is said
 * @param messageId the message that it becomes
 * @param owner pseudonym of the person
 * @param conversationEnd when its conversation vanishes, and the answer's log with it at the latest
 */
record AnswerRecord(String id, String conversationId, String messageId, String owner, Instant conversationEnd) {}
