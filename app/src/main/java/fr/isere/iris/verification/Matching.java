package fr.isere.iris.verification;

import fr.isere.iris.passages.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the best passage of a sentence. */
record Matching(Sources sources) {

    private static final int ANCHORS = 4;
    private static final double SAME = 1e-6;
    private static final double PERFECT = 1 - SAME;

    /** Where every word was found, stretches with fewer of them are not as good. */
    private static final double AS_GOOD = 0.9;

    private record Anchor(int word, int position, double support) {}

    SentenceMatch of(Sentence sentence, Reading reading, List<Regions.Region> regions) {
        Map<Integer, Anchor> byOffset = new LinkedHashMap<>();
        double nearest = 0;
        for (Regions.Region region : regions) {
            if (nearest > PERFECT && region.score() < regions.get(0).score() * AS_GOOD) {
                break;
            }
            nearest = Math.max(nearest, best(reading, region.start(), byOffset));
        }
        Collection<Anchor> anchors = byOffset.values();
        double support = anchors.stream().mapToDouble(Anchor::support).max().orElse(0);
        List<Evidence> places = new ArrayList<>();
        for (Anchor anchor : anchors) {
            if (support > 0 && anchor.support() >= support - SAME) {
                Evidence place = place(reading, anchor);
                if (!places.contains(place)) {
                    places.add(place);
                }
            }
        }
        places.sort(Comparator.comparingInt(Evidence::page));
        return new SentenceMatch(sentence.from(), sentence.to(), support, places);
    }

    /** From the rarest words of the sentence that the region has. */
    private double best(Reading reading, int region, Map<Integer, Anchor> anchors) {
        int to = Math.min(sources.size(), region + Regions.LENGTH);
        double least = leastWeight(reading, region, to);
        double best = 0;
        for (int at = region; at < to; at++) {
            for (int i = reading.first(sources.at(at)); i >= 0; i = reading.next(i)) {
                int offset = at - i;
                if (!reading.isStopWord(i) && reading.weight(i) >= least && !anchors.containsKey(offset)) {
                    Anchor anchor = new Anchor(i, at, reading.whole(i, at));
                    anchors.put(offset, anchor);
                    best = Math.max(best, anchor.support());
                }
            }
        }
        return best;
    }

    /** Of its few rarest words. */
    private double leastWeight(Reading reading, int region, int to) {
        double[] rarest = new double[ANCHORS];
        for (int at = region; at < to; at++) {
            int i = reading.first(sources.at(at));
            if (i >= 0 && !reading.isStopWord(i) && reading.weight(i) > rarest[0]) {
                boolean known = false;
                for (double weight : rarest) {
                    known |= weight == reading.weight(i);
                }
                if (!known) {
                    rarest[0] = reading.weight(i);
                    Arrays.sort(rarest);
                }
            }
        }
        return rarest[0];
    }

    /** The words found, on the page and in the block that have most of them. */
    private Evidence place(Reading reading, Anchor anchor) {
        reading.whole(anchor.word(), anchor.position());
        Map<Integer, Double> blocks = new HashMap<>();
        Map<Integer, Double> pages = new HashMap<>();
        for (int i = 0; i < reading.length(); i++) {
            int at = reading.where(i);
            if (at >= 0) {
                blocks.merge(sources.block(at), reading.weight(i), Double::sum);
                pages.merge(sources.page(at), reading.weight(i), Double::sum);
            }
        }
        int page = most(pages);
        blocks.keySet().removeIf(block -> sources.pageOfBlock(block) != page);
        int block = most(blocks);
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (int i = 0; i < reading.length(); i++) {
            int at = reading.where(i);
            if (at >= 0 && sources.block(at) == block) {
                first = Math.min(first, at);
                last = Math.max(last, at);
            }
        }
        return sources.evidence(first, last);
    }

    private static int most(Map<Integer, Double> weights) {
        return weights.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}
