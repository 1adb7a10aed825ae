package fr.isere.iris.problems;

import java.util.function.Supplier;

/**
 * A limit of its own for what is posted to one address; a capability makes a bean of it.
 *
 * @param path the whole of the address's path
 * @param bytes longest body
 * @param refusal what the person is told when its length is announced and over the limit
 */
public record BodyLimit(String path, long bytes, Supplier<ProblemException> refusal) {}
