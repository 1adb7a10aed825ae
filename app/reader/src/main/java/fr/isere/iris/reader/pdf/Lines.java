package fr.isere.iris.reader.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the glyphs of a page on lines, by where they stand and not by the order in which they were drawn. */
final class Lines {

    /** Text turned by a quarter is read after the upright: below it, at this distance for each degree. */
    static final float TURNED = 100;

    /** Of a size: baselines that differ by less are one. */
    private static final float SAME_BASELINE = 0.18f;
    /** Of a size: below it, a glyph beside a line may be raised or lowered: an exponent, a call of a note. */
    private static final float SMALL = 0.82f;

    private final TreeMap<Float, Row> rows = new TreeMap<>();

    private static final class Row {
        private final float y;
        private final List<Glyph> glyphs = new ArrayList<>();
        private float size;
        private float left = Float.MAX_VALUE;
        private float right = -Float.MAX_VALUE;

        private Row(float y) {
            this.y = y;
        }

        private void add(Glyph glyph) {
            glyphs.add(glyph);
            size = Math.max(size, glyph.size());
            left = Math.min(left, glyph.x());
            right = Math.max(right, glyph.end());
        }
    }

    private Lines() {}

    /** From top to bottom. */
    static List<Line> of(List<Glyph> glyphs) {
        Lines lines = new Lines();
        glyphs.forEach(lines::place);
        lines.attachRaised();
        boolean spaced = glyphs.stream().filter(Glyph::blank).count() * 20 > glyphs.size();
        List<Line> result = new ArrayList<>();
        for (Row row : lines.rows.values()) {
            row.glyphs.sort(Comparator.comparing(Glyph::x));
            List<Segment> segments = Segments.of(row.glyphs, spaced);
            if (!segments.isEmpty()) {
                result.add(new Line(row.y, row.y, mainSize(segments), segments));
            }
        }
        return result;
    }

    private void place(Glyph glyph) {
        float tolerance = glyph.size() * SAME_BASELINE;
        Map.Entry<Float, Row> above = rows.floorEntry(glyph.y());
        Map.Entry<Float, Row> below = rows.ceilingEntry(glyph.y());
        Row near = nearest(above, below, glyph.y(), tolerance);
        if (near == null) {
            near = new Row(glyph.y());
            rows.put(glyph.y(), near);
        }
        near.add(glyph);
    }

    private static @Nullable Row nearest(
            Map.@Nullable Entry<Float, Row> above, Map.@Nullable Entry<Float, Row> below, float y, float tolerance) {
        if (above != null && (below == null || y - above.getKey() <= below.getKey() - y)) {
            return y - above.getKey() <= tolerance ? above.getValue() : null;
        }
        return below != null && below.getKey() - y <= tolerance ? below.getValue() : null;
    }

    private void attachRaised() {
        for (Row row : List.copyOf(rows.values())) {
            Row host = host(row);
            if (host != null) {
                row.glyphs.forEach(host::add);
                rows.remove(row.y);
            }
        }
    }

    /** The line that a row of small glyphs belongs to: one that it overlaps in height, and whose words it stands between or after. */
    private @Nullable Row host(Row row) {
        for (Row other : rows.subMap(row.y - 30, row.y + 30).values()) {
            boolean overlaps = row.y > other.y - other.size * 0.8f && row.y < other.y + other.size * 0.35f;
            if (other != row && overlaps && row.size < other.size * SMALL && besides(row, other)) {
                return other;
            }
        }
        return null;
    }

    private static boolean besides(Row small, Row line) {
        return small.glyphs.stream()
                .allMatch(glyph -> glyph.blank()
                        || line.glyphs.stream()
                                .anyMatch(other -> !other.blank()
                                        && glyph.x() < other.end() + line.size * 1.2f
                                        && glyph.end() > other.x() - line.size * 0.6f));
    }

    private static float mainSize(List<Segment> segments) {
        return segments.stream()
                .max(Comparator.comparingInt(segment -> segment.text().length()))
                .orElseThrow()
                .size();
    }
}
