package fr.isere.iris.models;

import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code model-config/embeddings}, validated.
 *
 * @param id stable name in settings; vectors of two models do not compare
 * @param displayName for the screen
 * @param engine which kind of engine serves it
 * @param engineModel the engine's own name for it
 * @param contextWindow tokens of one text at most
 * @param charactersPerToken letters that one token holds at least, in French prose
 * @param licence SPDX id, or the publisher's name for it
 * @param questionPrefix what its publisher has put before a question
 * @param passagePrefix what its publisher has put before a passage
 */
record EmbeddingDescription(
        String id,
        String displayName,
        String engine,
        String engineModel,
        int contextWindow,
        double charactersPerToken,
        String licence,
        @Nullable String questionPrefix,
        @Nullable String passagePrefix) {}
