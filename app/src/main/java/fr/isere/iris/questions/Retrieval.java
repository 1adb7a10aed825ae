package fr.isere.iris.questions;

import fr.isere.iris.passages.Hit;
import fr.isere.iris.passages.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the passages that bear on a subject: by its words, and by what it means where vectors are at hand. */
class Retrieval {

    /** Passages that score below this share of the best are about something else. */
    private static final double WORTH_READING = 0.25;

    private static final int MOST = 40;

    private final Nearness nearness;
    private final double least;

    /**
     * By words, and by this.
     *
     * @param nearness what passages mean
     * @param least nearness below which a passage speaks of something else
     */
    Retrieval(Nearness nearness, double least) {
        this.nearness = nearness;
        this.least = least;
    }

    /** How near the passages of a document are to a subject. */
    interface Nearness {

        /** For each passage, in order, from -1 to 1; empty if that is not known. */
        Optional<List<Double>> of(int document, List<Passage> passages, String subject);
    }

    /** Best first; none if nothing bears on it. */
    List<Found> of(String subject, Index index) {
        List<Hit> hits = index.search().search(subject, MOST);
        double worth = hits.isEmpty() ? 0 : hits.get(0).score() * WORTH_READING;
        List<Found> byWords = hits.stream()
                .filter(hit -> hit.score() >= worth)
                .map(hit -> new Found(hit.document(), hit.passage()))
                .toList();
        List<Found> byMeaning = byMeaning(subject, index.passages());
        return byMeaning.isEmpty() ? byWords : Fusion.of(List.of(byWords, byMeaning));
    }

    private List<Found> byMeaning(String subject, Map<Integer, List<Passage>> documents) {
        record Near(Found found, double nearness) {}
        List<Near> near = new ArrayList<>();
        documents.forEach((number, passages) -> nearness.of(number, passages, subject)
                .ifPresent(each -> IntStream.range(0, each.size())
                        .mapToObj(i -> new Near(new Found(number, passages.get(i)), each.get(i)))
                        .forEach(near::add)));
        return near.stream()
                .filter(one -> one.nearness() >= least)
                .sorted(Comparator.comparingDouble(Near::nearness).reversed())
                .limit(MOST)
                .map(Near::found)
                .toList();
    }
}
