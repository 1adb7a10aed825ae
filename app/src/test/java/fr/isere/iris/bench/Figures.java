package fr.isere.iris.bench;

import java.util.List;

/** Durations of one kind, in nanoseconds. */
public final class Figures {

    private final long[] sorted;

    public Figures(List<Long> nanos) {
        this.sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** The smallest that at least {@code share} of them do not exceed, in ms. */
    public double percentile(double share) {
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(index, 0)] / 1e6;
    }
}
