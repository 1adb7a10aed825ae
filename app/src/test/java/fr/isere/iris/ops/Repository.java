package fr.isere.iris.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The files of a deployment, as their readers have them: merged where they say so. */
final class Repository {

    static final Path ROOT = Script.root();

    private Repository() {}

    static String text(String name) {
        try {
            return Files.readString(ROOT.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one document of a YAML file. */
    static Map<String, Object> yaml(String name) {
        return new Yaml().load(text(name));
    }

    /** All YAML below a folder but the templates of the chart. */
    static List<Path> yamlFiles(String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .filter(file -> !file.toString().contains("/templates/"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands at such a path of keys. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> from, String... keys) {
        Map<String, Object> at = from;
        for (String key : keys) {
            at = (Map<String, Object>) Objects.requireNonNull(at.get(key), key);
        }
        return at;
    }

    /** The texts of a list; none where there is no list. */
    static List<String> list(Map<String, Object> from, String key) {
        return from.get(key) instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The variables of the README's table. */
    static Set<String> variables() {
        return column(1);
    }

    /** Its properties. */
    static Set<String> properties() {
        return column(0);
    }

    private static Set<String> column(int number) {
        return text("README.md")
                .lines()
                .filter(line -> line.matches("\\| `[a-z.-]+` \\| `[A-Z_]+` \\|.*"))
                .map(line -> line.split("`", -1)[number * 2 + 1])
                .collect(Collectors.toSet());
    }
}
