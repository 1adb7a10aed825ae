package fr.isere.iris.reader.pdf;

import fr.isere.iris.reader.Prose;
import fr.isere.iris.reading.Block;
import java.util.ArrayList;
import java.util.List;

/** Makes blocks of the lines of one column: paragraphs by distance, indent and how they end, headings by size, weight and words. */
final class Paragraphs {

    private static final int LONGEST_HEADING = 250;

    private final Body body;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Line> open = new ArrayList<>();
    private float pitch;
    private float right;
    private float left;

    Paragraphs(Body body) {
        this.body = body;
    }

    List<Block> of(List<Line> lines) {
        List<Line> column = Bands.of(lines);
        measure(column);
        int i = 0;
        while (i < column.size()) {
            Table table = Table.at(column, i);
            if (table == null) {
                add(column.get(i));
                i++;
            } else {
                close();
                blocks.addAll(table.rows());
                i += table.size();
            }
        }
        close();
        return blocks;
    }

    private void measure(List<Line> column) {
        List<Float> pitches = new ArrayList<>();
        for (int i = 1; i < column.size(); i++) {
            float gap = (column.get(i).y() - column.get(i - 1).last())
                    / column.get(i).size();
            if (gap > 0.8f && gap < 2.5f) {
                pitches.add(gap);
            }
        }
        pitches.sort(null);
        pitch = pitches.isEmpty() ? 1.2f : Math.min(1.9f, pitches.get(pitches.size() * 2 / 5));
        right = (float) column.stream().mapToDouble(Line::end).max().orElse(0);
        left = (float) column.stream().mapToDouble(Line::x).min().orElse(0);
    }

    private void add(Line line) {
        if (!open.isEmpty() && begins(line, open.get(open.size() - 1))) {
            close();
        }
        open.add(line);
    }

    private boolean begins(Line line, Line above) {
        float size = Math.max(line.size(), above.size());
        if (line.y() - above.last() > (pitch * 1.22f + 0.1f) * size || differs(line, above)) {
            return true;
        }
        String text = line.text();
        if (Prose.isItem(text)
                && (Prose.ends(above.text()) || (Math.abs(line.x() - open.get(0).x()) < 2 && isItem()))) {
            return true;
        }
        if (heads(line)) {
            return Prose.division(text) > 0;
        }
        boolean full = above.end() > right - 0.12f * (right - left);
        boolean indented = line.x() > above.x() + 0.8f * size && line.x() < above.x() + 5 * size && open.size() > 1;
        return (!full || indented) && Prose.ends(above.text()) && !startsLower(text);
    }

    private boolean isItem() {
        return Prose.isItem(open.get(0).text());
    }

    private static boolean startsLower(String text) {
        return Character.isLowerCase(text.charAt(0));
    }

    private boolean differs(Line line, Line above) {
        return (Math.abs(line.size() - above.size()) > 0.08f * above.size()
                        && line.letters() > 3
                        && above.letters() > 3)
                || (body.boldTells() && line.bold() != above.bold() && (heads(line) || heads(above)));
    }

    /** Whether a line looks like a heading by itself: larger than the text, or bold where the text is not. */
    private boolean heads(Line line) {
        return line.size() > body.size() * 1.08f
                || (line.bold() && body.boldTells() && line.size() > body.size() * 0.9f);
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        open.forEach(line -> Prose.join(text, line.text()));
        String all = text.toString().strip();
        int level = level(open.get(0), all);
        if (level > 0) {
            blocks.add(Block.heading(level, all));
        } else if (!all.isEmpty()) {
            blocks.add(Prose.block(all));
        }
        open.clear();
    }

    private int level(Line first, String text) {
        if (text.length() > LONGEST_HEADING || text.codePoints().noneMatch(Character::isLetter)) {
            return 0;
        }
        float ratio = first.size() / body.size();
        int words = Prose.division(text);
        boolean titled = words > 0 && open.size() <= 3 && !text.matches("(?s).*[.;,:]");
        if (!heads(first)) {
            return titled && text.length() < 120 && isolated(text) ? words : 0;
        }
        if (ratio >= 1.08f) {
            return ratio >= 1.7f ? 1 : ratio >= 1.29f ? 2 : 3;
        }
        if (!open.stream().allMatch(Line::bold) || (text.matches("(?s).*[.;,]") && words == 0)) {
            return 0;
        }
        return words > 0 ? words : text.length() < 150 ? 6 : 0;
    }

    /** A sentence may begin with "Article 3": a heading of the text's own size and weight is short. */
    private boolean isolated(String text) {
        return (open.size() == 1 && open.get(0).end() < right - 0.1f * (right - left))
                || text.equals(text.toUpperCase(java.util.Locale.FRENCH));
    }
}
