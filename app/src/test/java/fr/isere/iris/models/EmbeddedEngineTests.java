package fr.isere.iris.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/** The contract, kept by llama.cpp in this process with the demonstration's model. */
@Tag("embedded")
class EmbeddedEngineTests extends LanguageModelContract {

    private final EmbeddedEngines engines = new EmbeddedEngines(room, file());

    private static Path file() {
        Path file = Path.of(Optional.ofNullable(System.getenv("IRIS_TEST_GGUF"))
                .orElse(System.getProperty("user.home") + "/.cache/iris/models/SmolLM2-135M-Instruct.Q4_1.gguf"));
        if (!Files.isRegularFile(file)) {
            throw new AssertionError("the demonstration's model is missing: run ops/test, which brings it");
        }
        return file;
    }

    @AfterEach
    void unload() {
        engines.close();
    }

    @Override
    EngineKind kind() {
        return engines;
    }

    @Override
    ModelDescription description() {
        return describe("embedded", "SmolLM2-135M-Instruct.Q4_1.gguf", 4096);
    }

    /** Some two thousand tokens to read first. */
    @Override
    ModelRequest slowToBegin() {
        return ask("Le Département approuve la convention avec la commune. ".repeat(90) + "Résume ce texte.", 400);
    }
}
