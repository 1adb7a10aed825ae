package fr.isere.iris.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Which stretches of the documents have most of a sentence's words. Each word counts once a stretch, by its weight. */
final class Regions {

    /** A stretch of {@link #LENGTH} positions. */
    record Region(int start, float score) {}

    static final int LENGTH = 64;
    private static final int STEP = 32;

    /** A word that stands in more places tells none of them. */
    private static final int MOST_PLACES = 4_000;

    private static final double LEAST_OF_BEST = 0.55;
    private static final int MOST = 24;

    private final Sources sources;
    private final float[] scores;
    private final int[] counted;
    private final List<Integer> touched = new ArrayList<>();
    private int count;

    Regions(Sources sources) {
        this.sources = sources;
        this.scores = new float[sources.size() / STEP + 1];
        this.counted = new int[scores.length];
        Arrays.fill(counted, -1);
    }

    /** Best first. */
    List<Region> of(Reading sentence) {
        touched.clear();
        for (int i = 0; i < sentence.length(); i++) {
            int key = sentence.key(i);
            if (key == Sources.UNKNOWN || sentence.isStopWord(i)) {
                continue;
            }
            Sources.Numbering positions = sources.positions(key);
            for (int at = 0; at < positions.size() && positions.size() <= MOST_PLACES; at++) {
                int region = positions.get(at) / STEP;
                vote(region, (float) sentence.weight(i));
                if (region > 0) {
                    vote(region - 1, (float) sentence.weight(i));
                }
            }
            count++;
        }
        return best();
    }

    private void vote(int region, float weight) {
        if (counted[region] != count) {
            counted[region] = count;
            if (scores[region] == 0) {
                touched.add(region);
            }
            scores[region] += weight;
        }
    }

    private List<Region> best() {
        float most = 0;
        for (int region : touched) {
            most = Math.max(most, scores[region]);
        }
        float least = (float) (most * LEAST_OF_BEST);
        List<Region> best = touched.stream()
                .filter(region -> scores[region] >= least)
                .sorted(Comparator.comparing((Integer region) -> -scores[region])
                        .thenComparing(region -> region))
                .limit(MOST)
                .map(region -> new Region(region * STEP, scores[region]))
                .toList();
        touched.forEach(region -> scores[region] = 0);
        return best;
    }
}
