package fr.isere.iris.releases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The answers of a canary counted, by spans of some minutes, so that what is long ago stops counting. Pure. */
record Watch(List<Span> spans) {

    static final Watch NONE = new Watch(List.of());

    /** Finer than this nobody decides. */
    static final Duration SPAN = Duration.ofMinutes(5);

    Watch {
        spans = List.copyOf(spans);
    }

    /**
     * Answers of a time.
     *
     * @param answers that were asked for
     * @param faults those that failed, by the engine's fault
     * @param begun those that had a first token
     * @param slow those of them whose first token came late
     */
    record Counted(int answers, int faults, int begun, int slow) {

        static final Counted NONE = new Counted(0, 0, 0, 0);

        Counted plus(Counted other) {
            return new Counted(answers + other.answers, faults + other.faults, begun + other.begun, slow + other.slow);
        }

        double shareOfFaults() {
            return answers == 0 ? 0 : (double) faults / answers;
        }

        /** Whether more than half began late. */
        boolean isSlow() {
            return slow * 2 > begun;
        }
    }

    /** Those of some minutes. */
    record Span(Instant began, Counted counted) {}

    /** With more, now; without what nobody looks at any more. */
    Watch plus(Counted more, Instant now, Duration kept) {
        Instant began = Instant.ofEpochSecond(now.getEpochSecond() / SPAN.toSeconds() * SPAN.toSeconds());
        Counted here = spans.stream()
                .filter(span -> span.began.equals(began))
                .map(Span::counted)
                .findFirst()
                .orElse(Counted.NONE);
        return new Watch(Stream.concat(
                        spans.stream()
                                .filter(span -> !span.began.equals(began)
                                        && span.began.isAfter(now.minus(kept).minus(SPAN))),
                        Stream.of(new Span(began, here.plus(more))))
                .toList());
    }

    /** All of them since then. */
    Counted since(Instant from) {
        return spans.stream()
                .filter(span -> !span.began.isBefore(from.minus(SPAN)))
                .map(Span::counted)
                .reduce(Counted.NONE, Counted::plus);
    }
}
