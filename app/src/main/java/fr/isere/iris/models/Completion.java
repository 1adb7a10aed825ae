package fr.isere.iris.models;

/**
 * How an answer ended, and what it took.
 *
 * @param reason why it ended
 * @param usage what the engine counted; zeros where the engine said nothing
 */
public record Completion(FinishReason reason, Usage usage) {}
