package fr.isere.iris.questions;

import java.util.List;

/**
 * The vectors of a document's passages.
 *
 * @param model that made them
 * @param ofPassages of each passage, in order, each of length one
 */
record Vectors(String model, List<float[]> ofPassages) {

    Vectors {
        ofPassages = List.copyOf(ofPassages);
    }

    /** How near each passage is to what has this vector, from -1 to 1, in order. */
    List<Double> nearnessTo(float[] other) {
        return ofPassages.stream().map(passage -> dot(passage, other)).toList();
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
