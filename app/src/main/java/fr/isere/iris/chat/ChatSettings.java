package fr.isere.iris.chat;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How conversations go.
 *
 * @param grace how long an answer goes on while nobody reads it
 * @param finish how long an instance that stops lets its answers go on; what has not ended then ends as interrupted
 * @param maxMessageLength characters of one message
 * @param maxStreams answers read at once on this instance; past it a reader is told to come back
 */
@Validated
@ConfigurationProperties("iris.chat")
record ChatSettings(
        @DefaultValue("30s") Duration grace,
        @DefaultValue("30s") Duration finish,
        @DefaultValue("100000") @Positive int maxMessageLength,
        @DefaultValue("1000") @Positive int maxStreams) {}
