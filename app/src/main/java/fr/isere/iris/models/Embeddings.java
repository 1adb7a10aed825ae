package fr.isere.iris.models;

import java.util.List;
import java.util.Optional;

/** A model that turns texts into vectors: those of texts that say the same are near each other. */
public interface Embeddings {

    /** Stable name: vectors of two models do not compare. */
    String id();

    /** How many tokens one text may have. */
    int contextWindow();

    /** How many tokens this text costs at most. */
    int tokens(String text);

    /** The vectors of passages, in their order, each of length 1; empty if the engine does not answer with as many. */
    Optional<List<float[]>> ofPassages(List<String> passages);

    /** The vector of a question, of length 1; empty if the engine does not answer with one. */
    Optional<float[]> ofQuestion(String question);
}
