package fr.isere.iris.summaries;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page sends to have documents summarised.
 *
 * @param format id of a {@link Format}
 * @param length id of a {@link Length}; medium by default
 * @param method {@code generative}, the default, or {@code extractive}
 * @param documentIds other documents beside the one of the address; of a comparison, the later version
 */
record NewSummary(
        @Nullable String format,
        @Nullable String length,
        @Nullable String method,
        @Nullable List<String> documentIds) {}
