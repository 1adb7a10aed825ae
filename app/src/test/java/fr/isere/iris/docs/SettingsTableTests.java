package fr.isere.iris.docs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.IrisApplication;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the README's table of settings to the settings that there are. */
class SettingsTableTests {

    private static final Set<String> MAPS = Set.of("iris.retention.roles", "iris.quotas.roles");

    /**
     * A row of the table.
     *
     * @param defaultValue empty for a setting that has none
     */
    record Row(String property, String variable, String defaultValue) {}

    static List<Row> rows() {
        return Document.read("README.md").rows().stream()
                .filter(row -> row.get(1).matches("`[A-Z_]+`"))
                .map(row -> new Row(plain(row.get(0)), plain(row.get(1)), defaultValue(row.get(2))))
                .toList();
    }

    @Test
    void theTableHasEverySettingWithItsDefaultAndNoOther() throws URISyntaxException {
        Map<String, String> table = new LinkedHashMap<>();
        rows().stream()
                .filter(row -> row.property().startsWith("iris."))
                .filter(row -> !isExampleOfAMap(row))
                .forEach(row -> table.put(row.property(), row.defaultValue()));
        assertThat(table).containsExactlyInAnyOrderEntriesOf(settings());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theEnvironmentVariableSetsTheProperty(Row row) {
        var environment = new SystemEnvironmentPropertySource("systemEnvironment", Map.of(row.variable(), "set"));
        Binder binder = new Binder(ConfigurationPropertySources.from(environment));
        assertThat(binder.bind(row.property(), String.class).isBound()).isTrue();
    }

    /** A map has a row for one of its keys. */
    private static boolean isExampleOfAMap(Row row) {
        return MAPS.stream().anyMatch(map -> row.property().startsWith(map + "."));
    }

    /** Name and default of each setting, as the annotation processor found them in the product's classes. */
    private static Map<String, String> settings() throws URISyntaxException {
        URI classes = IrisApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        JsonNode metadata =
                JsonMapper.shared().readTree(Path.of(classes).resolve("META-INF/spring-configuration-metadata.json"));
        Map<String, String> settings = new LinkedHashMap<>();
        metadata.get("properties").forEach(property -> {
            if (MAPS.contains(property.get("name").asString())) {
                return;
            }
            JsonNode value = property.path("defaultValue");
            String single = value.isArray() && value.size() == 1 ? value.get(0).asString() : value.asString("");
            settings.put(property.get("name").asString(), single);
        });
        return settings;
    }

    private static String plain(String cell) {
        return cell.replace("`", "");
    }

    private static String defaultValue(String cell) {
        return cell.startsWith("`") ? plain(cell) : "";
    }
}
