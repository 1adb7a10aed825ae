package fr.isere.iris.questions;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How questions are answered from documents.
 *
 * @param leastNearness nearness of a passage to a question, from -1 to 1, below which it speaks of something else, where a model of
 *     embeddings is chosen; each such model has its own scale
 * @param memory what documents that are being asked about may take in the memory of an instance; 0 keeps none
 * @param keep how long they stay there after the last question
 */
@Validated
@ConfigurationProperties("iris.questions")
record QuestionSettings(
        @DefaultValue("0.5") @DecimalMin("-1") @DecimalMax("1")
        double leastNearness,

        @DefaultValue("96MB") DataSize memory,
        @DefaultValue("5m") Duration keep) {}
