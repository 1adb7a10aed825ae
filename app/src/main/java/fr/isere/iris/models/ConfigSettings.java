package fr.isere.iris.models;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where ops keep their own models and instructions.
 *
 * @param folder its {@code catalogue/} and {@code system-prompts/} override, file by file, those that IRIS ships; none by default
 */
@ConfigurationProperties("iris.config")
record ConfigSettings(@Nullable Path folder) {}
