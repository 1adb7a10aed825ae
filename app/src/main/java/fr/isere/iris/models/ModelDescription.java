package fr.isere.iris.models;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code model-config/catalogue}, validated.
 *
 * @param id stable name in URLs, settings and records
 * @param displayName for the screen
 * @param engine which kind of engine serves it: {@code ollama}, {@code openai}…
 * @param engineModel the engine's own name for it
 * @param parameters billions of parameters
 * @param quantisation as its publisher names it (Q4_K_M, FP8…)
 * @param contextWindow tokens, prompt and answer together; told to the engine at every call
 * @param maxAnswerTokens tokens kept free for the answer
 * @param charactersPerToken letters that one token holds at least, in French prose: measured, see the schema
 * @param licence SPDX id, or the publisher's name for it
 * @param languages BCP 47, best first
 * @param sampling how tokens are drawn
 * @param systemPrompt the text itself, read from the file that the entry names
 * @param notice what the person must know of this model before trusting it, in French; null if nothing more than for any
 */
public record ModelDescription(
        String id,
        String displayName,
        String engine,
        String engineModel,
        Parameters parameters,
        String quantisation,
        int contextWindow,
        int maxAnswerTokens,
        double charactersPerToken,
        String licence,
        List<String> languages,
        Sampling sampling,
        String systemPrompt,
        @Nullable String notice) {

    /**
     * Billions of parameters.
     *
     * @param total held in memory
     * @param active used for one token
     */
    public record Parameters(BigDecimal total, BigDecimal active) {}

    /**
     * How tokens are drawn.
     *
     * @param temperature 0 always takes the likeliest
     * @param topP the share of probability drawn from
     * @param seed null draws anew each time
     */
    public record Sampling(
            double temperature, double topP, @Nullable Integer seed) {}
}
