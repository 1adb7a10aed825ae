package fr.isere.iris.reader.pdf;

import fr.isere.iris.reader.Prose;
import fr.isere.iris.reading.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Notes stand below the text, smaller, and begin with what calls them. */
final class Footnotes {

    private static final float SMALLER = 0.9f;
    private static final Pattern CALL =
            Pattern.compile("(?:\\d{1,3}|[*†‡]{1,3}|\\(\\d{1,3}\\)|\\[\\d{1,3}]|[a-z])[\\s.)]?\\s*\\S.*");

    private Footnotes() {}

    /** How many lines at the end are notes. */
    static int count(List<Line> lines, Body body) {
        int first = lines.size();
        while (first > 0 && lines.get(first - 1).size() < body.size() * SMALLER) {
            first--;
        }
        while (first < lines.size() && !CALL.matcher(lines.get(first).text()).matches()) {
            first++;
        }
        return first == 0 ? 0 : lines.size() - first;
    }

    static List<Block> of(List<Line> lines) {
        List<Block> notes = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (Line line : lines) {
            if (open.length() > 0 && CALL.matcher(line.text()).matches() && Prose.ends(open.toString())) {
                notes.add(note(open));
                open.setLength(0);
            }
            Prose.join(open, line.text());
        }
        if (open.length() > 0) {
            notes.add(note(open));
        }
        return notes;
    }

    private static Block note(StringBuilder text) {
        return new Block(Block.Kind.FOOTNOTE, 0, text.toString(), List.of());
    }
}
