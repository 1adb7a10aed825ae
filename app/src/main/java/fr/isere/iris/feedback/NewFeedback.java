package fr.isere.iris.feedback;

import org.jspecify.annotations.Nullable;

/**
 * What the page sends.
 *
 * @param useful whether the answer was
 * @param reason id of a {@link Reason}; only of what was not useful
 * @param text a comment for the référents
 * @param attach whether the question and the answer go with it
 */
record NewFeedback(
        @Nullable Boolean useful,
        @Nullable String reason,
        @Nullable String text,
        @Nullable Boolean attach) {}
