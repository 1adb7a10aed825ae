package fr.isere.iris.reminders;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the page sends people for what IRIS does not do. The page links there; IRIS itself never goes.
 *
 * @param openData the Département's figures
 */
@ConfigurationProperties("iris.links")
public record LinkSettings(
        @DefaultValue("https://opendata.isere.fr") URI openData) {}
