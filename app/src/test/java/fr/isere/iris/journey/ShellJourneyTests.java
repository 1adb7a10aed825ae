package fr.isere.iris.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.demo.DemoProvider;
import fr.isere.iris.ops.Script;
import fr.isere.iris.page.Agent;
import fr.isere.iris.page.Browser;
import fr.isere.iris.testing.OllamaForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An exploitant does from a shell all that the page of models does, with {@code ops/iris}, while an agent talks to IRIS. */
@Tag("chromium")
@Tag("ollama")
class ShellJourneyTests {

    private static final String MODEL = "smollm2-135m";
    private static final int REFUSED = 1;
    private static final int CHANGED = 4;
    private static final int FAILED = 6;

    @RegisterExtension
    final Browser browser = new Browser();

    @TempDir
    Path files;

    @TempDir
    Path home;

    private final DemoIdentity provider = DemoIdentity.shared();
    private String url = "";

    @BeforeEach
    void start() throws IOException {
        Files.copy(OllamaForTests.gguf(), files.resolve("smollm2.gguf"));
        url = Iris.withTwoOllamas(
                        browser,
                        provider,
                        "--iris.models.import-folder=" + files,
                        "--iris.oidc.scripts-audience=" + DemoProvider.SCRIPTS_CLIENT_ID)
                .url();
    }

    @Test
    void aModelGoesAllTheWayFromAShellWhileAConversationGoesOn() throws Exception {
        Agent camille = provider.signIn(browser, url).acceptsTheCharter();
        camille.asks("Présente l’Isère en trois phrases.").waitsForTheEnd();
        String before = releases().at("/active").asString();
        String id = json("propose", MODEL).at("/id").asString();
        assertThat(iris("releases").output()).contains(id, "proposed", before, "actif");

        Script.Result missing = iris("import", id, "--from", "file", "--file", "absent.gguf", "--wait");
        assertThat(missing.code()).isEqualTo(FAILED);
        assertThat(missing.errors()).contains("n’a pas ce fichier");
        assertThat(iris("ready", id).code()).isEqualTo(REFUSED);
        assertThat(done("import", id, "--from", "file", "--file", "smollm2.gguf", "--wait"))
                .isEqualTo(id + " : imported");
        done("evaluate", id);
        assertThat(done("cancel", id)).isEqualTo(id + " : imported");
        assertThat(done("evaluate", id, "--wait")).isEqualTo(id + " : evaluated");
        assertThat(done("report", id)).startsWith("Réussie le");
        assertThat(done("ready", id)).isEqualTo(id + " : ready");
        assertThat(done("canary", id, "50")).isEqualTo(id + " : canary");
        assertThat(iris("releases").output()).contains("essai 50 %");

        assertThat(iris("activate", id, "--revision", "1").code()).isEqualTo(CHANGED);
        camille.asks("Raconte Grenoble en deux cents mots.").seesTheAnswerBegin();
        assertThat(done("activate", id)).isEqualTo(id + " : active");
        camille.waitsForTheEnd();
        camille.asks("Et Vienne ?").waitsForTheEnd();
        assertThat(releases().at("/active").asString()).isEqualTo(id);

        done("rollback");
        assertThat(releases().at("/active").asString()).isEqualTo(before);
        assertThat(done("retire", id)).isEqualTo(id + " : retired");
        assertThat(camille.page().locator("problem-note")).hasCount(0);
        assertThat(camille.answers()).hasCount(3);
    }

    @Test
    void anEngineIsTakenOutForMaintenanceAndPutBack() throws Exception {
        JsonNode engines = json("backends").at("/backends");
        assertThat(engines).hasSize(2);
        String name = engines.get(0).at("/name").asString();

        assertThat(done("drain", name)).isEqualTo(name + " : fait");
        assertThat(json("backends").at("/backends/0/state").asString()).isEqualTo("draining");
        assertThat(done("resume", name)).isEqualTo(name + " : fait");
        assertThat(json("backends").at("/backends/0/state").asString()).isEqualTo("up");
        assertThat(iris("drain", "nobody:1").code()).isEqualTo(REFUSED);
    }

    private JsonNode releases() throws Exception {
        return json("releases");
    }

    /** What it says to scripts. */
    private JsonNode json(String... arguments) throws Exception {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        return JsonMapper.shared().readTree(done(all));
    }

    /** What it says when it did what it was asked. */
    private String done(String... arguments) throws Exception {
        Script.Result result = iris(arguments);
        assertThat(result.errors()).as(String.join(" ", arguments)).isEmpty();
        assertThat(result.code()).isZero();
        return result.output();
    }

    private Script.Result iris(String... arguments) throws Exception {
        Path secret = Files.writeString(home.resolve("secret"), provider.scriptsSecret());
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        return Script.at("ops/iris")
                .with("IRIS_URL", url)
                .with("IRIS_OPS_ISSUER", provider.issuer())
                .with("IRIS_OPS_CLIENT_SECRET_FILE", secret)
                .within(Duration.ofMinutes(8))
                .run(arguments);
    }
}
