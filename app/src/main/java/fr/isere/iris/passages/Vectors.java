package fr.isere.iris.passages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sentences as weights of their terms: a term counts the more, the fewer sentences have it (TF-IDF), and all are of length 1. */
final class Vectors {

    private final List<Map<String, Double>> vectors = new ArrayList<>();

    Vectors(List<List<String>> sentences) {
        Map<String, Integer> in = new HashMap<>();
        sentences.forEach(terms -> terms.stream().distinct().forEach(term -> in.merge(term, 1, Integer::sum)));
        for (List<String> terms : sentences) {
            Map<String, Double> vector = new HashMap<>();
            terms.forEach(term -> vector.merge(
                    term, Math.log(1.0 + sentences.size() / (double) in.getOrDefault(term, 1)), Double::sum));
            vectors.add(unit(vector));
        }
    }

    Map<String, Double> get(int sentence) {
        return vectors.get(sentence);
    }

    /** Where the sentences of some numbers lie together. */
    Map<String, Double> centroid(List<Integer> sentences) {
        Map<String, Double> sum = new HashMap<>();
        sentences.forEach(i -> vectors.get(i).forEach((term, weight) -> sum.merge(term, weight, Double::sum)));
        return unit(sum);
    }

    /** Cosine of two vectors of length 1. */
    static double cosine(Map<String, Double> one, Map<String, Double> other) {
        Map<String, Double> shorter = one.size() < other.size() ? one : other;
        Map<String, Double> longer = one.size() < other.size() ? other : one;
        double sum = 0;
        for (Map.Entry<String, Double> entry : shorter.entrySet()) {
            sum += entry.getValue() * longer.getOrDefault(entry.getKey(), 0.0);
        }
        return sum;
    }

    private static Map<String, Double> unit(Map<String, Double> vector) {
        double length = Math.sqrt(
                vector.values().stream().mapToDouble(weight -> weight * weight).sum());
        vector.replaceAll((term, weight) -> weight / length);
        return vector;
    }
}
