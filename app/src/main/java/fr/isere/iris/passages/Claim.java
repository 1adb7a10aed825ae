package fr.isere.iris.passages;

import java.util.List;
import java.util.regex.Pattern;

/** The words of an answer that a mark closes. */
final class Claim {

    private static final Pattern MARKDOWN =
            Pattern.compile("^[\\s\\h]*(?:[-*•–>#]+[\\s\\h]|\\d{1,3}[.)][\\s\\h])*|[*_`|]+");
    private static final int FEWEST_TERMS = 3;

    private final FrenchText french;
    private final String answer;
    private final String unmarked;

    Claim(String answer, List<Mark> marks, FrenchText french) {
        StringBuilder blank = new StringBuilder(answer);
        for (Mark mark : marks) {
            blank.replace(mark.start(), mark.end(), " ".repeat(mark.end() - mark.start()));
        }
        this.answer = answer;
        this.unmarked = blank.toString();
        this.french = french;
    }

    /** Whether two marks close the same words. */
    boolean together(Mark one, Mark next) {
        return answer.substring(one.end(), next.start()).matches("[\\s\\h,;]*(?:et[\\s\\h]*)?");
    }

    /**
     * The sentence or list item up to the marks, since the marks before them; the whole row of a table; the sentence after them if the line
     * begins with them, and the line above if they stand alone.
     *
     * @param earlier where the marks before them end, 0 if there are none
     */
    String closedBy(int start, int end, int earlier) {
        int lineStart = answer.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = answer.indexOf('\n', end) < 0 ? answer.length() : answer.indexOf('\n', end);
        String line = unmarked.substring(lineStart, lineEnd);
        if (line.strip().startsWith("|")) {
            return plain(line);
        }
        String before = unmarked.substring(lineStart, start);
        if (saysNothing(before)) {
            String after = unmarked.substring(end, lineEnd);
            return saysNothing(after) ? lineAbove(lineStart) : plain(first(after));
        }
        int sentence = lineStart + lastSentence(before);
        int from = earlier > sentence && isEnough(unmarked.substring(earlier, start)) ? earlier : sentence;
        String closed = unmarked.substring(from, start);
        // "Selon la page 3 [p. 3], le délai est…": what follows is meant too.
        return isEnough(closed) ? plain(closed) : plain(closed + first(unmarked.substring(start, lineEnd)));
    }

    private String lineAbove(int lineStart) {
        String above = unmarked.substring(0, lineStart).stripTrailing();
        String line = above.substring(above.lastIndexOf('\n') + 1);
        return plain(line.substring(lastSentence(line)));
    }

    private boolean isEnough(String text) {
        return french.terms(plain(text)).size() >= FEWEST_TERMS;
    }

    private String first(String text) {
        return french.sentences(text).stream()
                .findFirst()
                .map(sentence -> sentence.in(text))
                .orElse("");
    }

    private int lastSentence(String text) {
        int last = 0;
        for (Sentence sentence : french.sentences(text)) {
            if (!saysNothing(sentence.in(text))) {
                last = sentence.from();
            }
        }
        return last;
    }

    private static boolean saysNothing(String text) {
        return plain(text).codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static String plain(String text) {
        return MARKDOWN.matcher(text).replaceAll(" ").strip();
    }
}
