package fr.isere.iris.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long somebody stays signed in.
 *
 * @param idle without a request
 * @param max in all, however busy
 */
@ConfigurationProperties("iris.session")
record SessionSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("10h") Duration max) {}
