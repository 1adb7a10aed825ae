package fr.isere.iris.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.PropertyResolver;

/** The file of the small model that {@code ops/fetch-model} brings. */
final class DemoModel {

    private DemoModel() {}

    static Optional<Path> fileIn(PropertyResolver settings) {
        return Stream.of("iris.demo.gguf", "iris.demo.model")
                .map(settings::getProperty)
                .filter(name -> name != null && !name.isBlank())
                .map(Path::of)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
