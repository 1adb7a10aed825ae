package fr.isere.iris.passages;

import fr.isere.iris.reading.ReadPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A summary of sentences that are copied: those most central to the document and to their part of it, each unlike those already taken
 * (Radev et al. 2004, centroid-based summarization; Carbonell and Goldstein 1998, maximal marginal relevance). Centroids and not a graph
 * of all sentences, whose edges grow with the square of a thousand pages.
 */
public final class Extract {

    private static final double OF_DOCUMENT = 0.4;
    private static final double OF_PART = 0.6;

    /** What is like a sentence that was taken loses so much of its likeness. */
    private static final double DIVERSITY = 0.6;

    /** Each sentence taken of a part makes the next of that part weigh so much less: all parts have their turn. */
    private static final double NEXT_OF_PART = 0.85;

    private static final int DEPTH_OF_PART = 2;

    private final List<Candidates.Candidate> candidates;
    private final Vectors vectors;
    private final double[] worth;
    private final double[] likeness;

    private Extract(List<Candidates.Candidate> candidates) {
        this.candidates = candidates;
        this.vectors =
                new Vectors(candidates.stream().map(Candidates.Candidate::terms).toList());
        this.worth = new double[candidates.size()];
        this.likeness = new double[candidates.size()];
        weigh();
    }

    /**
     * Sentences in the document's order; fewer than asked for if the document has no more, none if it has no running text.
     *
     * @param sentences how many at most
     */
    public static List<Extracted> of(List<ReadPage> pages, int sentences, FrenchText french) {
        if (sentences < 1) {
            return List.of();
        }
        List<Candidates.Candidate> candidates = new Candidates(french).of(Outline.of(pages), sentences);
        return new Extract(candidates).choose(sentences);
    }

    private void weigh() {
        Map<List<String>, List<Integer>> parts = new HashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            parts.computeIfAbsent(part(i), part -> new ArrayList<>()).add(i);
        }
        Map<String, Double> whole =
                vectors.centroid(IntStream.range(0, candidates.size()).boxed().toList());
        parts.forEach((part, members) -> {
            Map<String, Double> centre = vectors.centroid(members);
            for (int i : members) {
                double central = OF_DOCUMENT * Vectors.cosine(vectors.get(i), whole)
                        + OF_PART * Vectors.cosine(vectors.get(i), centre);
                worth[i] = central * candidates.get(i).fitness();
            }
        });
    }

    private List<String> part(int candidate) {
        List<String> path = candidates.get(candidate).sentence().path();
        return path.subList(0, Math.min(DEPTH_OF_PART, path.size()));
    }

    private List<Extracted> choose(int sentences) {
        boolean[] taken = new boolean[candidates.size()];
        Map<List<String>, Double> turn = new HashMap<>();
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < Math.min(sentences, candidates.size())) {
            int best = best(taken, turn);
            taken[best] = true;
            chosen.add(best);
            turn.merge(part(best), NEXT_OF_PART, (before, next) -> before * next);
            for (int i = 0; i < candidates.size(); i++) {
                likeness[i] = Math.max(likeness[i], Vectors.cosine(vectors.get(i), vectors.get(best)));
            }
        }
        return chosen.stream()
                .sorted(Comparator.naturalOrder())
                .map(i -> candidates.get(i).sentence())
                .toList();
    }

    private int best(boolean[] taken, Map<List<String>, Double> turn) {
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < candidates.size(); i++) {
            double value = worth[i] * turn.getOrDefault(part(i), 1.0) * (1 - DIVERSITY * likeness[i]);
            if (!taken[i] && value > highest) {
                best = i;
                highest = value;
            }
        }
        return best;
    }
}
