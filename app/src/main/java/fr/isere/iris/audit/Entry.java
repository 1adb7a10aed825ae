package fr.isere.iris.audit;

import fr.isere.iris.identity.Audited;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that somebody did.
 *
 * @param time when, to the millisecond
 * @param who pseudonym, {@link Audited#NOBODY} or {@link Audited#IRIS}
 * @param what code
 * @param details ids and codes by name
 */
record Entry(Instant time, String who, String what, SortedMap<String, String> details) {

    Entry {
        time = time.truncatedTo(ChronoUnit.MILLIS);
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    Entry(Instant time, String who, String what, Map<String, String> details) {
        this(time, who, what, new TreeMap<>(details));
    }

    /** What the trail tells of itself. */
    static Entry ofTrail(Instant time, String what, Map<String, String> details) {
        return new Entry(time, Audited.IRIS, what, details);
    }

    /** Bytes that its line takes, about: enough to know when a file is full. */
    int estimatedSize() {
        int size = 200 + what.length();
        for (Map.Entry<String, String> detail : details.entrySet()) {
            size += detail.getKey().length() + detail.getValue().length() + 6;
        }
        return size;
    }
}
