package fr.isere.iris.reader.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What running text looks like in this document, as far as it is read: most letters are of it. */
final class Body {

    private final Map<Float, Long> sizes = new HashMap<>();
    private long bold;
    private long letters;

    void add(List<Line> lines) {
        for (Line line : lines) {
            for (Segment segment : line.segments()) {
                int length = segment.text().length();
                sizes.merge(segment.size(), (long) length, Long::sum);
                letters += length;
                bold += segment.bold() ? length : 0;
            }
        }
    }

    float size() {
        return sizes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(10f);
    }

    /** Whether bold is the exception, and so says something. */
    boolean boldTells() {
        return bold * 2 < letters;
    }
}
