package fr.isere.iris.reader.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a page of columns is read: bands from top to bottom, in each its columns from left to right. A band has columns
 * where lines of prose stand at both sides of a strip that no line crosses; cells of a table are no prose, and stay side by side.
 */
final class Columns {

    private static final int FEWEST_LINES = 5;
    private static final int DEEPEST = 4;
    private static final float STEP = 3;

    private Columns() {}

    private record Gutter(float x, int from, int to, int lines) {}

    /** @param lines from top to bottom */
    static List<List<Line>> of(List<Line> lines) {
        List<List<Line>> result = new ArrayList<>();
        split(lines, result, 0);
        return result;
    }

    private static void split(List<Line> lines, List<List<Line>> result, int depth) {
        Gutter gutter = depth < DEEPEST ? gutter(lines) : null;
        if (gutter == null) {
            if (!lines.isEmpty()) {
                result.add(lines);
            }
            return;
        }
        split(lines.subList(0, gutter.from()), result, depth + 1);
        List<Line> band = lines.subList(gutter.from(), gutter.to());
        split(side(band, -Float.MAX_VALUE, gutter.x()), result, depth + 1);
        split(side(band, gutter.x(), Float.MAX_VALUE), result, depth + 1);
        split(lines.subList(gutter.to(), lines.size()), result, depth + 1);
    }

    private static List<Line> side(List<Line> band, float from, float to) {
        return band.stream()
                .map(line -> line.within(from, to))
                .filter(line -> !line.segments().isEmpty())
                .map(line ->
                        new Line(line.y(), line.last(), line.segments().get(0).size(), line.segments()))
                .toList();
    }

    private static @Nullable Gutter gutter(List<Line> lines) {
        if (lines.size() < FEWEST_LINES
                || (lines.stream().filter(line -> !line.single()).count() < 2 && !sided(lines))) {
            return null;
        }
        float left = (float) lines.stream().mapToDouble(Line::x).min().orElse(0);
        float right = (float) lines.stream().mapToDouble(Line::end).max().orElse(0);
        float margin = (right - left) / 5;
        Gutter best = null;
        for (float x = left + margin; x < right - margin; x += STEP) {
            Gutter here = longest(lines, x);
            if (here != null && (best == null || here.lines() > best.lines())) {
                best = here;
            }
        }
        return best;
    }

    /** Columns whose lines do not stand at the same heights have one segment a line. */
    private static boolean sided(List<Line> lines) {
        float left = (float) lines.stream().mapToDouble(Line::x).min().orElse(0);
        float right = (float) lines.stream().mapToDouble(Line::end).max().orElse(0);
        float middle = (left + right) / 2;
        return lines.stream().filter(line -> line.x() > middle - 20).count() >= FEWEST_LINES;
    }

    private static @Nullable Gutter longest(List<Line> lines, float x) {
        Gutter best = null;
        int from = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || crosses(lines.get(i), x)) {
                Gutter run = run(lines, x, from, i);
                if (run != null && (best == null || run.lines() > best.lines())) {
                    best = run;
                }
                from = i + 1;
            }
        }
        return best;
    }

    private static boolean crosses(Line line, float x) {
        for (Segment segment : line.segments()) {
            if (segment.x() < x + STEP && segment.end() > x - STEP) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Gutter run(List<Line> lines, float x, int from, int to) {
        if (to - from < FEWEST_LINES) {
            return null;
        }
        List<Segment> left = new ArrayList<>();
        List<Segment> right = new ArrayList<>();
        for (Line line : lines.subList(from, to)) {
            for (Segment segment : line.segments()) {
                (segment.end() <= x ? left : right).add(segment);
            }
        }
        return prose(left) && prose(right) ? new Gutter(x, from, to, Math.min(left.size(), right.size())) : null;
    }

    /** Most lines of prose are as wide as their column, and have several words. */
    private static boolean prose(List<Segment> column) {
        if (column.size() < FEWEST_LINES) {
            return false;
        }
        double start = column.stream().mapToDouble(Segment::x).min().orElse(0);
        double end = column.stream().mapToDouble(Segment::end).max().orElse(0);
        long wide = column.stream()
                .filter(segment -> segment.width() > 0.65 * (end - start)
                        && segment.words().size() >= 3)
                .count();
        return wide * 100 >= column.size() * 60L;
    }
}
