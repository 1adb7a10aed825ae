package fr.isere.iris.summaries;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How documents are summarised by a model.
 *
 * @param parallel passages of one summary that the model reads at once, as far as conversations leave it slots
 * @param passageTokens longest passage that the model reads at once, in tokens, where its window has room for more: a long one is read
 *     less well, and shows no progress
 */
@Validated
@ConfigurationProperties("iris.summaries")
record SummarySettings(
        @DefaultValue("2") @Positive int parallel,
        @DefaultValue("6000") @Min(200) int passageTokens) {}
