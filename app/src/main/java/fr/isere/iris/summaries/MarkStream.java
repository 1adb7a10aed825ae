package fr.isere.iris.summaries;

import fr.isere.iris.passages.Mark;
import java.util.function.Consumer;

/** Lets a text through as it comes, each mark only when it is whole and {@linkplain PageMarks#kept checked}. */
final class MarkStream {

    private final PageMarks marks;
    private final Consumer<String> reader;
    private final StringBuilder held = new StringBuilder();

    MarkStream(PageMarks marks, Consumer<String> reader) {
        this.marks = marks;
        this.reader = reader;
    }

    void add(String piece) {
        held.append(piece);
        letThrough(safeEnd());
    }

    void end() {
        letThrough(held.length());
    }

    /** Before a mark that has begun, and the spaces before what may begin one. */
    private int safeEnd() {
        int open = held.lastIndexOf("[");
        boolean begun = open >= 0
                && held.length() - open < Mark.LONGEST // a bracket that stays open longer is let through
                && held.indexOf("]", open) < 0
                && held.indexOf("\n", open) < 0;
        int end = begun ? open : held.length();
        while (end > 0 && isSpace(held.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t' || character == '\u00a0' || character == '\u202f';
    }

    private void letThrough(int end) {
        if (end > 0) {
            String text = marks.kept(held.substring(0, end));
            held.delete(0, end);
            if (!text.isEmpty()) {
                reader.accept(text);
            }
        }
    }
}
