package fr.isere.iris.verification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the documents say of one value of a sentence. Wherever they have the value, or another that could stand in its place, the
 * words around are compared with those of the sentence; the nearest context decides. That a value stands somewhere proves nothing: "deux
 * mois" stands on every page of a code.
 */
record Judgement(Sources sources, Reading reading, Cut cut, List<Integer> places) {

    /** What stands in the words of the sentence itself, without a gap, leaves no room for a similar context elsewhere. */
    private static final int SAME_WORDS = 3;

    private static final double ROOM_WHERE_SAME = 0.01;
    private static final double ROOM = 0.25;
    private static final double LEAST_TO_SUPPORT = 0.15;
    private static final double MOST_OF_BLOCK = 0.85;
    private static final double LEAST_TO_CONTRADICT = 0.35;
    private static final int MOST_PLACES = 64;
    private static final int MOST_BLOCKS = 96;
    private static final int BESIDE = 12;

    private static final double PERFECT = 1 - 1e-9;
    private static final double NEVER = -1;

    private static final class Best {

        private double same = NEVER;
        private int samePosition;
        private double other = NEVER;
        private int otherPosition;
        private int part = -1;
    }

    /** Of one sentence, whose words {@code reading} has. */
    static Judgement of(Sources sources, Reading reading, Cut cut, List<Regions.Region> regions) {
        Set<Integer> places = new LinkedHashSet<>();
        for (Regions.Region region : regions) {
            int to = Math.min(sources.size(), region.start() + Regions.LENGTH);
            for (int at = region.start(); at < to; at++) {
                if (sources.value(at) != null) {
                    places.add(at);
                }
            }
        }
        return new Judgement(sources, reading, cut, List.copyOf(places));
    }

    record Ruling(Finding.Verdict verdict, @Nullable Evidence evidence) {}

    Ruling of(int i, Value value) {
        Best best = new Best();
        List<Integer> others = new ArrayList<>();
        int key = reading.key(i);
        if (key != Sources.UNKNOWN) {
            Sources.Numbering positions = sources.positions(key);
            for (int p = 0; p < Math.min(positions.size(), MOST_PLACES); p++) {
                look(i, positions.get(p), value, best, others);
            }
        }
        places.forEach(at -> look(i, at, value, best, others));
        for (int at : others) {
            if (best.same > PERFECT || best.other > PERFECT) {
                break;
            }
            double context = reading.around(i, at);
            if (context > best.other) {
                best.other = context;
                best.otherPosition = at;
            }
        }
        return rule(i, best);
    }

    private void look(int i, int at, Value value, Best best, List<Integer> others) {
        Value there = sources.value(at);
        if (there == null || best.same > PERFECT) {
            return;
        }
        boolean comparable = value.isComparableTo(there);
        if (value.isSaidBy(there) || (comparable && isRowOf(i, at, value, there)) || cut.isCutFrom(i, sources, at)) {
            double context = reading.around(i, at);
            if (context > best.same) {
                best.same = context;
                best.samePosition = at;
            }
        } else if (comparable) {
            others.add(at);
        } else if (best.part < 0 && value.isPartOf(there)) {
            best.part = at;
        }
    }

    /** One side has the figures of a row apart, the other has read them as one. */
    private boolean isRowOf(int i, int at, Value value, Value there) {
        int longer = value.amount().length() - there.amount().length();
        if (longer > 0) {
            return joins(value, there, valueAt(at + 1)) || joins(value, valueAt(at - 1), there);
        }
        return longer < 0 && (joins(there, value, valueOf(i + 1)) || joins(there, valueOf(i - 1), value));
    }

    private static boolean joins(Value whole, @Nullable Value first, @Nullable Value second) {
        return first != null && second != null && whole.isJoined(first, second);
    }

    private @Nullable Value valueAt(int position) {
        return sources.isWord(position) ? sources.value(position) : null;
    }

    private @Nullable Value valueOf(int i) {
        return i >= 0 && i < cut.tokens().size() ? cut.tokens().get(i).value() : null;
    }

    private Ruling rule(int i, Best best) {
        boolean words = best.other > NEVER
                && reading.run(i, best.otherPosition) >= Math.min(SAME_WORDS, reading.length() - 1)
                && reading.length() > 1;
        double room = words ? ROOM_WHERE_SAME : ROOM;
        if (best.same >= LEAST_TO_SUPPORT && best.same >= best.other * (1 - room)) {
            return new Ruling(Finding.Verdict.SUPPORTED, sources.evidence(best.samePosition, best.samePosition));
        }
        if (!words && best.same >= LEAST_TO_SUPPORT && reading.inBlock(best.samePosition) >= MOST_OF_BLOCK) {
            return new Ruling(Finding.Verdict.SUPPORTED, sources.evidence(best.samePosition, best.samePosition));
        }
        if (best.part >= 0 && !words) {
            return new Ruling(Finding.Verdict.SUPPORTED, sources.evidence(best.part, best.part));
        }
        boolean contradicted = best.other > NEVER && (words || best.other >= LEAST_TO_CONTRADICT);
        if (contradicted && !isMisread(i, best.otherPosition)) {
            return new Ruling(Finding.Verdict.CONTRADICTED, sources.evidence(best.otherPosition, best.otherPosition));
        }
        return new Ruling(Finding.Verdict.NOT_FOUND, null);
    }

    /** Where a scanned page may have said the same before it was read wrongly, to say that it says something else would be unfair. */
    private boolean isMisread(int i, int position) {
        String words = words(i, i);
        String around = words(Math.max(0, i - BESIDE), Math.min(cut.tokens().size() - 1, i + BESIDE));
        return IntStream.concat(IntStream.of(position), places.stream().mapToInt(Integer::intValue))
                .map(sources::block)
                .distinct()
                .limit(MOST_BLOCKS)
                .anyMatch(
                        block -> Misread.mayHave(words, around, sources.blockText(block), sources.isRecognised(block)));
    }

    private String words(int first, int last) {
        return cut.text()
                .substring(
                        cut.tokens().get(first).start(), cut.tokens().get(last).end());
    }
}
