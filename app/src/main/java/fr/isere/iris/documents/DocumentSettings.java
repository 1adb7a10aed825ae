package fr.isere.iris.documents;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What documents may be, and what reading them may take.
 *
 * @param maxSize of one file
 * @param maxPages of one document
 * @param maxPerConversation documents of one conversation
 * @param uploadsAtOnce files that one person may be sending to one instance at the same time
 * @param readingsAtOnce documents of one person that this instance reads or has waiting for a reader at the same time
 * @param readers documents that this instance reads at once, each in a JVM of its own
 * @param heap memory for objects of one such JVM, which takes some 100 MB more
 * @param warm whether a reader stands by from the start; else the first document waits for it
 * @param silence how long nothing may come of a reading before its reader is killed; a page may be recognised for two thirds of it
 * @param timeLimit how long reading one document may take; past nine tenths of it no page is recognised any more, and what is left of
 *     the scan is named as unread
 */
@Validated
@ConfigurationProperties("iris.documents")
record DocumentSettings(
        @DefaultValue("50MB") DataSize maxSize,
        @DefaultValue("1000") @Positive int maxPages,
        @DefaultValue("20") @Positive int maxPerConversation,
        @DefaultValue("4") @Positive int uploadsAtOnce,
        @DefaultValue("20") @Positive int readingsAtOnce,
        @DefaultValue("2") @Positive int readers,
        @DefaultValue("512MB") DataSize heap,
        @DefaultValue("true") boolean warm,
        @DefaultValue("60s") @DurationMin(millis = 1) Duration silence,
        @DefaultValue("10m") @DurationMin(millis = 1) Duration timeLimit) {}
