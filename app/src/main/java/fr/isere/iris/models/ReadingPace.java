package fr.isere.iris.models;

import java.time.Duration;

/**
 * How fast an engine reads prompts, learned from the answers it gives. Ollama 0.17 goes on reading a prompt that was cancelled, and
 * tells nobody when it has done: this says when that is likely.
 */
class ReadingPace {

    /** A small model on a CPU; forgotten at the first answer. */
    private static final double FIRST_GUESS_NANOS = 2_000_000;

    /** Short prompts tell of the way to the engine, not of its reading. */
    private static final int TELLING_TOKENS = 256;

    /** What was cached is read at once: slower readings count at once, faster ones little by little. */
    private static final double MEMORY = 0.8;

    private final Duration longest;
    private double nanosPerToken = FIRST_GUESS_NANOS;
    private boolean learned;

    /** @param longest never told to wait longer */
    ReadingPace(Duration longest) {
        this.longest = longest;
    }

    /** A prompt of so many tokens was read in such a time. */
    synchronized void read(int tokens, Duration time) {
        if (tokens < TELLING_TOKENS) {
            return;
        }
        double seen = (double) time.toNanos() / tokens;
        nanosPerToken = learned ? Math.max(seen, nanosPerToken * MEMORY + seen * (1 - MEMORY)) : seen;
        learned = true;
    }

    /** How long it is likely to go on reading a prompt of so many tokens that it began such a time ago. */
    synchronized Duration remaining(int tokens, Duration since) {
        Duration left = Duration.ofNanos((long) (nanosPerToken * tokens)).minus(since);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(longest) > 0 ? longest : left;
    }
}
