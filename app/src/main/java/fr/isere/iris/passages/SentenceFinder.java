package fr.isere.iris.passages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/** OpenNLP's French model, mended for what it did not see in training: references, lists, French quotation marks. */
final class SentenceFinder {

    private static final String MODEL = "/opennlp-fr-ud-gsd-sentence-1.3-2.5.4.bin";

    /** What the model misses: a point, an ellipsis or a mark, a space, and a capital, a figure of a list or an opening quotation mark. */
    private static final Pattern MISSED = Pattern.compile("[.…?!](?:[\\h\\s]?»|[)\\]])?[\\h\\s]+(?=[\\p{Lu}«•])");

    private static final Pattern NEW_ITEM = Pattern.compile("\\R\\s*(?=\\R|[-–—•*]\\s|\\d+\\s?[°.)]\\s|[a-z]\\)\\s)");

    private final SentenceModel model;

    SentenceFinder() {
        try (InputStream file = Objects.requireNonNull(SentenceFinder.class.getResourceAsStream(MODEL), MODEL)) {
            model = new SentenceModel(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Sentence> in(String text) {
        SortedSet<Integer> cuts = new TreeSet<>();
        // A detector keeps state: each call has its own, the model is shared.
        for (Span span : new SentenceDetectorME(model).sentPosDetect(text)) {
            cuts.add(span.getEnd());
        }
        addEnds(MISSED, text, cuts);
        cuts.removeIf(cut -> Boundaries.isFalse(text, cut));
        addEnds(NEW_ITEM, text, cuts);
        cuts.add(text.length());
        return between(cuts, text);
    }

    private static void addEnds(Pattern pattern, String text, Set<Integer> cuts) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            cuts.add(matcher.end());
        }
    }

    private static List<Sentence> between(SortedSet<Integer> cuts, String text) {
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        for (int cut : cuts) {
            int end = Math.max(from, Boundaries.withClosingMark(text, cut));
            int start = from;
            int stop = end;
            while (start < stop && isSpace(text.charAt(start))) {
                start++;
            }
            while (stop > start && isSpace(text.charAt(stop - 1))) {
                stop--;
            }
            if (start < stop) {
                sentences.add(new Sentence(start, stop));
            }
            from = end;
        }
        return sentences;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
