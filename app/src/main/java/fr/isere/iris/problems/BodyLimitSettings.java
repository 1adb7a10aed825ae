package fr.isere.iris.problems;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a request may carry.
 *
 * @param maxBody longest body of a request; longer ones get 413. Twice the longest message, written as JSON escapes.
 */
@ConfigurationProperties("iris.http")
record BodyLimitSettings(@DefaultValue("2MB") DataSize maxBody) {}
