package fr.isere.iris.verification;

import java.util.Arrays;
import java.util.List;

/** How well a sentence's words stand around a place of the documents. Made once for an answer, used for one sentence after another. */
final class Reading {

    /** Words that were moved by this many still count. */
    private static final int REACH = 40;

    private static final double PER_WORD_MOVED = 0.05;
    private static final double PER_WORD_AWAY = 0.08;
    private static final double LEAST_FOR_FAR = 0.3;
    private static final int STOP_WORDS_WITHIN = 2;
    private static final double OF_UNKNOWN = 0.5;
    private static final int LONGEST_BLOCK = 200;
    private static final int NONE = -1;

    private final Sources sources;
    private final int[] first;
    private int[] keys = new int[0];
    private int[] next = new int[0];
    private double[] weights = new double[0];
    private boolean[] stops = new boolean[0];
    private double[] found = new double[0];
    private int[] where = new int[0];
    private int length;

    Reading(Sources sources) {
        this.sources = sources;
        this.first = new int[sources.keys()];
        Arrays.fill(first, NONE);
    }

    /** Takes up another sentence. */
    void open(List<Token> tokens) {
        for (int i = 0; i < length; i++) {
            if (keys[i] != Sources.UNKNOWN) {
                first[keys[i]] = NONE;
            }
        }
        length = tokens.size();
        keys = new int[length];
        next = new int[length];
        weights = new double[length];
        stops = new boolean[length];
        found = new double[length];
        where = new int[length];
        for (int i = length - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            int key = sources.key(token);
            keys[i] = key;
            stops[i] = sources.isStopWord(token);
            boolean unknown = key == Sources.UNKNOWN;
            weights[i] = stops[i] ? sources.weightOfStopWord() : sources.weight(key) * (unknown ? OF_UNKNOWN : 1);
            next[i] = unknown ? NONE : first[key];
            if (!unknown) {
                first[key] = i;
            }
        }
    }

    /** The first word of the sentence with a key; -1 if there is none. */
    int first(int key) {
        return key == Sources.UNKNOWN ? NONE : first[key];
    }

    /** The next word that is the same; -1 if there is none. */
    int next(int i) {
        return next[i];
    }

    int length() {
        return length;
    }

    int key(int i) {
        return keys[i];
    }

    boolean isStopWord(int i) {
        return stops[i];
    }

    double weight(int i) {
        return weights[i];
    }

    /**
     * The share, from 0 to 1, of the sentence's words that stand around a position as they stand around its own {@code i}th word, which
     * does not count itself. Words near it count more than words far from it.
     */
    double around(int i, int position) {
        look(i, position);
        double all = 0;
        double there = 0;
        for (int j = 0; j < length; j++) {
            if (j != i) {
                double weight = weights[j] * Math.max(LEAST_FOR_FAR, 1 / (1 + PER_WORD_AWAY * Math.abs(j - i)));
                all += weight;
                there += weight * found[j];
            }
        }
        return all == 0 ? 1 : there / all;
    }

    /** The share of all of the sentence's words, if its {@code i}th stands at a position. */
    double whole(int i, int position) {
        look(i, position);
        double all = 0;
        double there = 0;
        for (int j = 0; j < length; j++) {
            all += weights[j];
            there += weights[j] * found[j];
        }
        return all == 0 ? 0 : there / all;
    }

    /** After {@link #whole}: where a word was found, or -1. */
    int where(int j) {
        return where[j];
    }

    private void look(int i, int position) {
        Arrays.fill(found, 0);
        Arrays.fill(where, NONE);
        int from = Math.max(0, position - i - REACH);
        int to = Math.min(sources.size(), position + length - i + REACH);
        for (int at = from; at < to; at++) {
            look(sources.at(at), at, position - i);
            look(sources.partialAt(at), at, position - i);
        }
    }

    private void look(int key, int at, int offset) {
        for (int j = key == Sources.UNKNOWN ? NONE : first[key]; j != NONE; j = next[j]) {
            double close = closeness(Math.abs(at - offset - j), stops[j]);
            if (close > found[j]) {
                found[j] = close;
                where[j] = at;
            }
        }
    }

    private static double closeness(int moved, boolean stop) {
        if (moved > REACH || (stop && moved > STOP_WORDS_WITHIN)) {
            return 0;
        }
        return 1 / (1 + PER_WORD_MOVED * moved);
    }

    /** The share of the sentence's words that stand in the block of a position, in any order: cells are read in more than one. */
    double inBlock(int position) {
        Arrays.fill(found, 0);
        int from = position;
        while (from > 0 && position - from < LONGEST_BLOCK && sources.isSameBlock(from - 1, position)) {
            from--;
        }
        for (int at = from; at < from + LONGEST_BLOCK && sources.isSameBlock(at, position); at++) {
            for (int j = first(sources.at(at)); j != NONE; j = next[j]) {
                found[j] = 1;
            }
        }
        double all = 0;
        double there = 0;
        for (int j = 0; j < length; j++) {
            all += weights[j];
            there += weights[j] * found[j];
        }
        return all == 0 ? 0 : there / all;
    }

    /** How many words before and after the {@code i}th are the very ones before and after a position, without a gap. */
    int run(int i, int position) {
        int run = 0;
        for (int j = i - 1; j >= 0 && isAt(j, position + j - i); j--) {
            run++;
        }
        for (int j = i + 1; j < length && isAt(j, position + j - i); j++) {
            run++;
        }
        return run;
    }

    private boolean isAt(int j, int position) {
        return keys[j] != Sources.UNKNOWN
                && position >= 0
                && position < sources.size()
                && sources.at(position) == keys[j];
    }
}
