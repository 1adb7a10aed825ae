package fr.isere.iris.models;

import java.util.function.ToIntFunction;

/** How IRIS counts tokens, for tests and benches of other parts. */
public final class EstimatedTokens {

    private EstimatedTokens() {}

    /** As for a model of which a token holds so many letters of French prose. */
    public static ToIntFunction<String> of(double lettersPerToken) {
        return new TokenEstimate(lettersPerToken)::of;
    }
}
