package fr.isere.iris.reader.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands on one baseline, from left to right; or on several that overlap, from top to bottom: cells of different heights.
 *
 * @param y the baseline, the first one of several
 * @param last the last one
 */
record Line(float y, float last, float size, List<Segment> segments) {

    float x() {
        return segments.get(0).x();
    }

    float end() {
        return segments.get(segments.size() - 1).end();
    }

    float top() {
        return y - size;
    }

    boolean single() {
        return segments.size() == 1;
    }

    boolean bold() {
        return segments.stream().allMatch(Segment::bold);
    }

    String text() {
        return single()
                ? segments.get(0).text()
                : segments.stream().map(Segment::text).collect(Collectors.joining(" "));
    }

    int letters() {
        return segments.stream().mapToInt(segment -> segment.text().length()).sum();
    }

    /** Its part between two positions; without segments if there is none. */
    Line within(float from, float to) {
        List<Segment> inside = new ArrayList<>();
        for (Segment segment : segments) {
            float middle = (segment.x() + segment.end()) / 2;
            if (middle >= from && middle < to) {
                inside.add(segment);
            }
        }
        return new Line(y, last, size, inside);
    }
}
