package fr.isere.iris.bias;

/**
 * Some words of a text that others take the place of.
 *
 * @param start where they begin, in UTF-16 units
 * @param end where they end, exclusive
 * @param from the words
 * @param to what stands there in the variant
 */
record Change(int start, int end, String from, String to) {}
