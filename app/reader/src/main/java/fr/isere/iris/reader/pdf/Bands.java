package fr.isere.iris.reader.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins lines that overlap in height and stand beside each other: a cell of one line, centred at the side of a cell of two, shares no
 * baseline with it.
 */
final class Bands {

    /** In sizes of the font: no two lines of one paragraph are as close. */
    private static final float OVERLAP = 0.9f;

    private Bands() {}

    static List<Line> of(List<Line> lines) {
        List<Line> bands = new ArrayList<>();
        for (Line line : lines) {
            Line above = bands.isEmpty() ? null : bands.get(bands.size() - 1);
            if (above != null
                    && line.y() - above.last() < OVERLAP * Math.min(line.size(), above.size())
                    && beside(line, above)) {
                List<Segment> both = new ArrayList<>(above.segments());
                both.addAll(line.segments());
                bands.set(bands.size() - 1, new Line(above.y(), line.y(), above.size(), both));
            } else {
                bands.add(line);
            }
        }
        return bands;
    }

    /** Whether no segment stands over or under the latest of the band at its place. */
    private static boolean beside(Line line, Line band) {
        int latest = Math.max(0, band.segments().size() - 1);
        Segment last = band.segments().get(latest);
        return line.segments().stream().allMatch(segment -> segment.x() > last.end() || segment.end() < last.x());
    }
}
