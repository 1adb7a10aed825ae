package fr.isere.iris.reader.pdf;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * How much of a page its pictures cover, each from 0 to 1: a scan may come in strips. The same one drawn again and again is a pattern,
 * and counts once.
 */
final class Pictures {

    private final IdentityHashMap<COSStream, Double> parts = new IdentityHashMap<>();
    private double inline;

    /** @param picture null if it stands in the page's own content, where no other page has it */
    void add(@Nullable COSStream picture, double part) {
        if (picture == null) {
            inline += part;
        } else {
            parts.merge(picture, part, Math::max);
        }
    }

    Set<COSStream> all() {
        return Collections.unmodifiableSet(parts.keySet());
    }

    double covered() {
        return covered(picture -> true);
    }

    /** By those alone that pass. */
    double covered(Predicate<COSStream> counted) {
        return inline
                + parts.entrySet().stream()
                        .filter(entry -> counted.test(entry.getKey()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum();
    }
}
