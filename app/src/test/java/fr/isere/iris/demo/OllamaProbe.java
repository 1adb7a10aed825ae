package fr.isere.iris.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Asks an Ollama which models it has. */
record OllamaProbe(String url) {

    static String urlIn(PropertyResolver settings) {
        return settings.getProperty("IRIS_OLLAMA_URL", "http://127.0.0.1:11434").replaceAll("/+$", "");
    }

    /** The id of the first model of the catalogue that this Ollama has, if it answers. */
    Optional<String> modelOfTheCatalogue() {
        Set<String> there = modelsThere();
        if (there.isEmpty()) {
            return Optional.empty();
        }
        return catalogue()
                .filter(entry -> entry.path("engine").asString("").equals("ollama"))
                .filter(entry -> there.contains(tagged(entry.path("engineModel").asString(""))))
                .map(entry -> entry.path("id").asString())
                .findFirst();
    }

    private Set<String> modelsThere() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/tags"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            String answer = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(2))
                    .build()
                    .send(request, BodyHandlers.ofString())
                    .body();
            JsonNode models = JsonMapper.shared().readTree(answer).path("models");
            return StreamSupport.stream(models.spliterator(), false)
                    .map(model -> model.path("name").asString(""))
                    .collect(Collectors.toSet());
        } catch (IOException | JacksonException e) {
            return Set.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Set.of();
        }
    }

    private static Stream<JsonNode> catalogue() {
        YAMLMapper yaml = new YAMLMapper();
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:iris/catalogue/*.yaml");
            List<JsonNode> entries = new ArrayList<>();
            for (Resource file : files) {
                entries.add(yaml.readTree(file.getContentAsByteArray()));
            }
            return entries.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tagged(String name) {
        return name.contains(":") ? name : name + ":latest";
    }
}
