package fr.isere.iris.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

class ProblemTextsTests {

    private static final Pattern NAMED = Pattern.compile("(?:new ProblemException|problems\\.of)\\(\\s*\"([a-z-]+)\"");

    @Test
    void everyProblemNamedInTheCodeHasATitleAndADetail() throws IOException {
        ResourceBundle texts = ResourceBundle.getBundle("problems", Locale.ROOT);
        Set<String> missing = new TreeSet<>();
        for (String name : namesInTheCode()) {
            Stream.of(name + ".title", name + ".detail")
                    .filter(key -> !texts.containsKey(key))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void textsKeepFrenchTypography() {
        ResourceBundle texts = ResourceBundle.getBundle("problems", Locale.ROOT);
        assertThat(texts.keySet())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(texts.getString(key))
                        .as(key)
                        .doesNotContain("'")
                        .doesNotContainPattern(" [:;!?»]|« "));
    }

    @Test
    void argumentsAreFormattedInFrench() {
        ProblemDetail problem = new Problems().of("internal", HttpStatus.INTERNAL_SERVER_ERROR, "a1b2");
        assertThat(problem.getDetail()).contains("a1b2").contains("n’a pas pu répondre");
        assertThat(problem.getProperties()).containsEntry("retryable", true);
    }

    private static Set<String> namesInTheCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> NAMED.matcher(read(file)).results().map(match -> match.group(1)))
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
