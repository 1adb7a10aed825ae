package fr.isere.iris.charter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The charter's settings.
 *
 * @param acceptance how long an acceptance is kept; after it the charter is asked again
 */
@ConfigurationProperties("iris.charter")
record CharterSettings(@DefaultValue("395d") Duration acceptance) {}
