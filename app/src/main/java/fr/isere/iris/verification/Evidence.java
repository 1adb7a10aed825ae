package fr.isere.iris.verification;

/**
 * Words of a document, with their place.
 *
 * @param page from 1
 * @param block its place on the page, from 0
 * @param from in the block's text, UTF-16
 * @param to the one after its last
 * @param text the words there
 */
public record Evidence(String documentId, int page, int block, int from, int to, String text) {}
