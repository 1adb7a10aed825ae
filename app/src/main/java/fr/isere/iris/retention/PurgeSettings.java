package fr.isere.iris.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the purge is checked.
 *
 * @param every how often a proof is made, by one of the instances
 * @param pause between two pages of some hundred keys: what spares those who work meanwhile
 */
@ConfigurationProperties("iris.purge")
record PurgeSettings(
        @DefaultValue("1h") Duration every,
        @DefaultValue("20ms") Duration pause) {}
