package fr.isere.iris.reader.pdf;

import fr.isere.iris.reader.Prose;
import fr.isere.iris.reading.Block;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines whose segments stand below each other in columns. */
final class Table {

    /** In sizes of the font: lines of one cell are closer to each other. */
    private static final float ROW_GAP = 1.42f;
    /** In sizes of the font: what is farther below is no longer of the table. */
    private static final float END_GAP = 4.5f;

    private static final float ALIGNED = 3;

    private final List<Span> columns;
    private final List<Line> lines;

    private record Span(float from, float to) {

        boolean overlaps(Segment segment) {
            return segment.x() < to && segment.end() > from;
        }
    }

    private Table(List<Span> columns, List<Line> lines) {
        this.columns = columns;
        this.lines = lines;
    }

    /** How many lines it takes. */
    int size() {
        return lines.size();
    }

    /** The table that begins with a line; null if none does. */
    static @Nullable Table at(List<Line> lines, int start) {
        if (lines.get(start).single()) {
            return null;
        }
        List<Line> taken = new ArrayList<>();
        List<Span> columns = new ArrayList<>();
        int rows = 0;
        int complete = 0;
        for (int i = start; i < lines.size(); i++) {
            Line line = cut(lines.get(i), columns);
            if (i > start && line.y() - lines.get(i - 1).last() > END_GAP * line.size()) {
                break;
            }
            List<Span> wider = line.single() ? columns : widened(columns, line);
            if (wider.size() < 2
                    || (line.single() && over(columns, line.segments().get(0)) > 1)) {
                break;
            }
            columns = wider;
            taken.add(line);
            rows += line.single() ? 0 : 1;
            complete = line.single() && !tight(lines, i) ? complete : taken.size();
        }
        return rows < 2 ? null : new Table(columns, taken.subList(0, complete));
    }

    private static boolean tight(List<Line> lines, int i) {
        return lines.get(i).y() - lines.get(i - 1).last()
                        < ROW_GAP * lines.get(i).size()
                && lines.get(i).x() > lines.get(i - 1).x() - ALIGNED;
    }

    /** A segment that runs on into the next column, for lack of space between them, is cut where that column begins. */
    private static Line cut(Line line, List<Span> columns) {
        List<Segment> segments = new ArrayList<>();
        for (Segment segment : line.segments()) {
            Segment rest = segment;
            for (Span column : columns) {
                int at = wordAt(rest, column.from());
                if (at > 0 && over(columns, rest) > 1) {
                    segments.add(part(rest, 0, at, rest.x(), column.from() - 1));
                    rest = part(rest, at, rest.text().length(), column.from(), rest.end());
                }
            }
            segments.add(rest);
        }
        return new Line(line.y(), line.last(), line.size(), segments);
    }

    private static int wordAt(Segment segment, float x) {
        for (Segment.Word word : segment.words()) {
            if (word.jumped()
                    && word.at() > 0
                    && word.at() < segment.text().length()
                    && Math.abs(word.x() - x) < ALIGNED) {
                return word.at();
            }
        }
        return 0;
    }

    private static Segment part(Segment whole, int from, int to, float x, float end) {
        List<Segment.Word> words = whole.words().stream()
                .filter(word -> word.at() >= from && word.at() < to)
                .map(word -> new Segment.Word(word.x(), word.at() - from, word.jumped()))
                .toList();
        return new Segment(whole.text().substring(from, to).strip(), x, end, whole.size(), whole.bold(), words);
    }

    private static int over(List<Span> columns, Segment segment) {
        return (int) columns.stream().filter(column -> column.overlaps(segment)).count();
    }

    private static List<Span> widened(List<Span> columns, Line line) {
        List<Span> all = new ArrayList<>(columns);
        line.segments().forEach(segment -> all.add(new Span(segment.x(), segment.end())));
        all.sort(Comparator.comparing(Span::from));
        List<Span> merged = new ArrayList<>();
        for (Span span : all) {
            Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && span.from() < last.to()) {
                merged.set(merged.size() - 1, new Span(last.from(), Math.max(last.to(), span.to())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    List<Block> rows() {
        boolean spread = spread();
        List<Block> rows = new ArrayList<>();
        List<Line> row = new ArrayList<>();
        for (Line line : lines) {
            if (!row.isEmpty() && begins(line, row.get(row.size() - 1), spread)) {
                rows.add(row(row));
                row.clear();
            }
            row.add(line);
        }
        rows.add(row(row));
        return rows;
    }

    /** Whether rows keep a distance: then that parts them, and not what stands in the first column. */
    private boolean spread() {
        int wide = 0;
        for (int i = 1; i < lines.size(); i++) {
            wide += lines.get(i).y() - lines.get(i - 1).last()
                            > ROW_GAP * lines.get(i).size()
                    ? 1
                    : 0;
        }
        return wide * 4 >= lines.size() - 1;
    }

    private boolean begins(Line line, Line above, boolean spread) {
        boolean far = line.y() - above.last() > ROW_GAP * line.size();
        return far
                || (!spread
                        && !line.single()
                        && columns.get(0).overlaps(line.segments().get(0)));
    }

    private Block row(List<Line> row) {
        List<StringBuilder> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(new StringBuilder()));
        for (Line line : row) {
            for (Segment segment : line.segments()) {
                Prose.join(cells.get(column(segment)), segment.text());
            }
        }
        return Block.row(cells.stream().map(StringBuilder::toString).toList());
    }

    private int column(Segment segment) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).overlaps(segment)) {
                return i;
            }
        }
        return 0;
    }
}
