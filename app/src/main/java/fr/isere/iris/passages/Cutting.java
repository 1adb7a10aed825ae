package fr.isere.iris.passages;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** Cuts a text that is longer than a passage: between sentences, and a sentence that alone is longer between words. */
record Cutting(int maxTokens, ToIntFunction<String> tokens) {

    record Part(String text, int tokens) {}

    /** Put one after the other they are the text, but for spaces at their ends. */
    List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        int size = 0;
        int end = 0;
        for (Sentence sentence : FrenchText.load().sentences(text)) {
            // With the space before it: the sum is never less than what the whole costs.
            int cost = tokens.applyAsInt(text.substring(end, sentence.to()));
            if (cost > maxTokens - size) {
                add(text.substring(from, end), parts);
                from = end;
                size = 0;
            }
            if (cost > maxTokens) {
                words(text.substring(sentence.from(), sentence.to()), parts);
                from = sentence.to();
            } else {
                size += cost;
            }
            end = sentence.to();
        }
        add(text.substring(from), parts);
        return parts;
    }

    private void add(String text, List<Part> parts) {
        String stripped = text.strip();
        if (!stripped.isEmpty()) {
            parts.add(new Part(stripped, tokens.applyAsInt(stripped)));
        }
    }

    private void words(String sentence, List<Part> parts) {
        int from = 0;
        while (from < sentence.length()) {
            int fits = from + longest(sentence, from);
            int to = fits == sentence.length() ? fits : wordEnd(sentence, from, fits);
            add(sentence.substring(from, to), parts);
            from = to;
        }
    }

    /** How much of the rest fits; at least one character, or nothing would ever end. */
    private int longest(String sentence, int from) {
        int rest = sentence.length() - from;
        int fits = 1;
        int guess = Math.min(rest, maxTokens);
        while (guess > fits && tokens.applyAsInt(sentence.substring(from, from + guess)) <= maxTokens) {
            fits = guess;
            guess = (int) Math.min(rest, guess * 2L);
        }
        int low = fits;
        int high = guess;
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (tokens.applyAsInt(sentence.substring(from, from + middle)) <= maxTokens) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static int wordEnd(String sentence, int from, int fits) {
        for (int i = fits; i > from + (fits - from) / 2; i--) {
            if (Character.isWhitespace(sentence.charAt(i - 1))) {
                return i;
            }
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.FRENCH);
        int windowEnd = Math.min(sentence.length(), fits + 64);
        characters.setText(sentence.substring(from, windowEnd));
        int last = characters.preceding(fits - from + 1);
        return last > 0 ? from + last : from + characters.following(0);
    }
}
