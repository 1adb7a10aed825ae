package fr.isere.iris.verification;

/**
 * Words of a document that say what an answer says, or say otherwise.
 *
 * @param documentId which document
 * @param page from 1
 * @param block which of the page's blocks, from 0
 * @param from where the words begin in its text, in UTF-16 units
 * @param to just after them
 * @param text the words
 */
public record Evidence(String documentId, int page, int block, int from, int to, String text) {}
