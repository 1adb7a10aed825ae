package fr.isere.iris.verification;

import fr.isere.iris.passages.FrenchText;
import fr.isere.iris.passages.Mark;
import fr.isere.iris.passages.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer, cut into what is checked at once: a sentence, an item, a row.
 *
 * @param plain its text, with spaces for marks of pages and for the numbering of lists
 * @param rest where what is too long to be analysed begins; the text's length if nothing is
 */
record Answer(String plain, List<Sentence> sentences, int rest) {

    /** Of the characters of one answer; IRIS's own never come near it. */
    static final int LONGEST = 120_000;

    /** A line longer than this is cut, wherever that is: finding sentences costs the square of what has no spaces. */
    private static final int LONGEST_LINE = 2_000;

    /** "1. ", "2) ", "3° ", and of a heading "2.1 ". */
    private static final Pattern NUMBERING = Pattern.compile(
            "(?m)^[ \\t>#*_-]*+(?:\\d{1,3}(?:\\.\\d{1,2})*+[.)°](?=[ \\u00a0*])|\\d{1,2}(?:\\.\\d{1,2})++(?= \\p{Lu}\\p{Ll})|(?<=# )\\d{1,2}(?= ))");

    Answer {
        sentences = List.copyOf(sentences);
    }

    static Answer of(String text) {
        int rest = Math.min(text.length(), LONGEST);
        String head = text.substring(0, rest);
        StringBuilder plain = new StringBuilder(head);
        Mark.in(head).forEach(mark -> blank(plain, mark.start(), mark.end()));
        Matcher numbering = NUMBERING.matcher(head);
        while (numbering.find()) {
            blank(plain, numbering.start(), numbering.end());
        }
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        while (from < plain.length()) {
            int end = plain.indexOf("\n", from);
            end = end < 0 ? plain.length() : end;
            cut(plain.toString(), from, end, sentences);
            from = end + 1;
        }
        return new Answer(plain.toString(), sentences, rest);
    }

    private static void blank(StringBuilder text, int start, int end) {
        text.replace(start, end, " ".repeat(end - start));
    }

    private static void cut(String text, int start, int end, List<Sentence> sentences) {
        int from = start;
        while (from < end) {
            int to = Math.min(end, from + LONGEST_LINE);
            int space = text.lastIndexOf(' ', to);
            if (to < end && space > from) {
                to = space;
            }
            String line = text.substring(from, to);
            if (line.stripLeading().startsWith("|")) {
                sentences.add(new Sentence(from, to));
            } else {
                for (Sentence sentence : FrenchText.load().sentences(line)) {
                    sentences.add(new Sentence(from + sentence.from(), from + sentence.to()));
                }
            }
            from = to;
        }
    }
}
