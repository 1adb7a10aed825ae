package fr.isere.iris.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folders that ops fill, of models and of configuration, in each way to deploy. */
class DeploymentFoldersTests {

    /** A setting that points nowhere turns the import of files off without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"IRIS_MODELS_IMPORT_FOLDER", "IRIS_MODELS_DISK_FOLDER", "IRIS_CONFIG_FOLDER"})
    void everyDeploymentHasTheFoldersOfModels(String setting) {
        for (String app : List.of("app-1", "app-2")) {
            Object folder = Repository.map(service(app), "environment").get(setting);
            assertThat(folder).as(app).isNotNull();
            assertThat(Repository.list(service(app), "volumes"))
                    .as(app)
                    .anyMatch(volume -> volume.endsWith(":" + folder + ":ro"));
        }
        assertThat(Repository.text("ops/systemd/iris.env")).contains("# " + setting + "=/");
        assertThat(Repository.text("ops/helm/iris/values.yaml")).contains(setting);
    }

    @Test
    void theFolderWhoseSpaceIsLookedAtIsTheOneThatTheEngineOfComposeFills() {
        String filled = Repository.list(service("ollama"), "volumes").get(0);
        String models =
                String.valueOf(Repository.map(service("ollama"), "environment").get("OLLAMA_MODELS"));
        String inside = models.substring(filled.split(":", -1)[1].length());
        assertThat(Repository.list(service("app-1"), "volumes"))
                .contains(filled.split(":", -1)[0] + inside + ":"
                        + Repository.map(service("app-1"), "environment").get("IRIS_MODELS_DISK_FOLDER") + ":ro");
    }

    @Test
    void theChartMountsWhatItIsGiven() {
        String chart = Repository.text("ops/helm/iris/templates/deployment.yaml");
        Map<String, Object> values = Repository.yaml("ops/helm/iris/values.yaml");
        for (String more : List.of("extraVolumes", "extraVolumeMounts")) {
            assertThat(chart).contains("{{- with .Values." + more + " }}");
            assertThat(values).containsEntry(more, List.of());
            assertThat(Repository.text("ops/helm/iris/values.schema.json")).contains("\"" + more + "\": {");
        }
    }

    private static Map<String, Object> service(String name) {
        return Repository.map(Repository.yaml("ops/compose/compose.yaml"), "services", name);
    }
}
