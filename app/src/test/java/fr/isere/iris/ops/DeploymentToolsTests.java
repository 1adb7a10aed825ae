package fr.isere.iris.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The files of a deployment, read by the tools that read them in production. What a machine lacks is said by the test that it skips. */
class DeploymentToolsTests {

    private static final String CHART = "ops/helm/iris";
    /** A Helm that was built from its module takes an old one for granted. */
    private static final String KUBERNETES = "1.34.0";

    private static final String EXAMPLE = "ops/helm/example.yaml";

    @TempDir
    static Path prepared;

    @TempDir
    Path folder;

    @BeforeAll
    static void prepare() throws Exception {
        Script.Result result = prepares(prepared, "--sso", "sso.test");
        assertThat(result.code()).as(result.errors()).isZero();
    }

    static Script.Result prepares(Path to, String option, String provider) throws IOException, InterruptedException {
        String keytool = Path.of(System.getProperty("java.home"), "bin").toString();
        return Script.at("ops/compose/prepare")
                .with("PATH", keytool + ":" + System.getenv("PATH"))
                .run("--host", "iris.test", option, provider, "--to", to.toString());
    }

    @Test
    void whatPrepareMakesIsMadeOnceAndItsOwnersAlone() throws Exception {
        Path password = prepared.resolve("secrets/redis-password");
        String before = Files.readString(password);

        assertThat(prepares(prepared, "--sso", "sso.test").code()).isZero();

        assertThat(Files.readString(password)).isEqualTo(before);
        try (Stream<Path> files = Files.walk(prepared.resolve("secrets"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(12)
                    .allSatisfy(file -> assertThat(
                                    Files.getPosixFilePermissions(file).toString())
                            .doesNotContain("GROUP", "OTHERS"));
        }
        assertThat(Files.readString(prepared.resolve(".env"))).doesNotContain("RUN_AS=0:");
        assertThat(Script.at("ops/compose/prepare").run().errors()).startsWith("Erreur : --host manque");
    }

    /** Redis refuses to start while a user has none. */
    @Test
    void everyUserOfRedisHasAPasswordOfItsOwn() throws Exception {
        String users = Files.readString(prepared.resolve("secrets/users.acl"));

        assertThat(users).doesNotContain("SHA256");
        for (String[] user : new String[][] {
            {"iris", "redis-password"}, {"exploitant", "redis-ops-password"}, {"administrateur", "redis-admin-password"}
        }) {
            byte[] password = Files.readAllBytes(prepared.resolve("secrets/" + user[1]));
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(password));
            assertThat(users).contains("user " + user[0] + " on #" + digest + " ");
        }
    }

    @Test
    void onlyTheKeycloakOfComposeHasItsSecretsInVariables() throws Exception {
        assertThat(Files.readString(prepared.resolve(".env"))).containsPattern("KEYCLOAK_IRIS_SECRET=[0-9a-f]{48}");

        Script.Result elsewhere = prepares(folder, "--issuer", "https://sso.exemple.fr/realms/departement");

        assertThat(elsewhere.code()).as(elsewhere.errors()).isZero();
        assertThat(Files.readString(folder.resolve(".env")))
                .contains("IRIS_OIDC_ISSUER=https://sso.exemple.fr/realms/departement")
                .doesNotContain("KEYCLOAK", Files.readString(folder.resolve("secrets/oidc-secret")));
    }

    @Test
    void composeUnderstandsItsFiles() throws Exception {
        for (List<String> more : List.of(
                List.<String>of(),
                List.of("-f", "ops/compose/compose.gpu.yaml", "--profile", "watch"),
                List.of("-f", "ops/compose/compose.provider.yaml", "--profile", "keycloak"))) {
            List<Object> line =
                    new ArrayList<>(List.of("--env-file", prepared.resolve(".env"), "-f", "ops/compose/compose.yaml"));
            line.addAll(more);
            line.addAll(List.of("config", "--quiet"));
            assertThat(Tool.named("docker-compose").succeeds(line.toArray())).isBlank();
        }
    }

    /** With its certificates; the names of the instances and the ports are the network's, which is not here. */
    @Test
    void nginxUnderstandsTheProxysFiles() throws Exception {
        String site = Repository.text("ops/compose/nginx/sites.conf.template")
                .replaceAll("app-\\d:8080 resolve", "127.0.0.1:8080")
                .replaceAll("(?m)^  listen (\\d+)", "  listen unix:" + folder + "/$1")
                .replace("/etc/nginx/iris/", prepared.resolve("secrets") + "/")
                .replace("${IRIS_HOST}", "iris.test")
                .replace("${SSO_HOST}", "sso.test");
        Path sites = Files.writeString(folder.resolve("sites.conf"), site);
        Path main = Files.writeString(
                folder.resolve("nginx.conf"),
                Repository.text("ops/compose/nginx/nginx.conf")
                        .replace("include /etc/nginx/mime.types;", "")
                        .replace("/tmp/sites.conf", sites.toString())
                        .replaceAll("/tmp/(?=nginx|\\w+_temp)", folder + "/"));
        assertThat(Tool.named("nginx").succeeds("-t", "-p", folder, "-c", main)).contains("test is successful");
    }

    @Test
    void prometheusUnderstandsTheAlertsAndTheyDoWhatTheyShould() throws Exception {
        assertThat(Tool.named("promtool").succeeds("check", "rules", "ops/grafana/alerts.yaml"))
                .contains("SUCCESS");
        assertThat(Tool.named("promtool").succeeds("test", "rules", "ops/grafana/alerts-test.yaml"))
                .contains("SUCCESS");
        Tool.named("promtool").succeeds("check", "config", "--syntax-only", "ops/compose/prometheus/prometheus.yml");
    }

    @Test
    void theImagesFileHasNothingToReproach() throws Exception {
        assertThat(Tool.named("hadolint").succeeds("ops/image/Dockerfile")).isBlank();
    }

    @Test
    void systemdUnderstandsTheUnitsAndFindsThemSafe() throws Exception {
        Path unit =
                Files.copy(Repository.ROOT.resolve("ops/systemd/iris@.service"), folder.resolve("iris@8080.service"));

        assertThat(Tool.named("systemd-analyze").succeeds("verify", "--man=no", unit))
                .doesNotContain("Unknown", "Failed", "ignoring");
        assertThat(Tool.named("systemd-analyze")
                        .succeeds("security", "--no-pager", "--offline=true", "--threshold=25", unit))
                .contains("Overall exposure level");
        for (String service : List.of("redis-server", "ollama")) {
            Path whole = folder.resolve(service + ".service");
            Files.writeString(whole, "[Service]\nExecStart=/bin/true\n");
            Path dropIn = Files.createDirectories(folder.resolve(service + ".service.d"));
            Files.copy(
                    Repository.ROOT.resolve("ops/systemd/" + service + ".service.d/iris.conf"),
                    dropIn.resolve("iris.conf"));
            assertThat(Tool.named("systemd-analyze")
                            .with("SYSTEMD_UNIT_PATH", folder + ":")
                            .run("verify", "--man=no", whole)
                            .output())
                    .doesNotContain("Unknown", "Failed to parse", "ignoring");
        }
    }

    @Test
    void everyYamlIsCleanToo() throws Exception {
        Tool.python("yamllint", "-m", "yamllint")
                .succeeds(
                        "-s",
                        "-d",
                        "{extends: relaxed, rules: {line-length: disable}}",
                        "ops/compose",
                        "ops/grafana",
                        "ops/helm/iris/values.yaml",
                        EXAMPLE);
    }

    @Test
    void theChartIsRenderedAndKubernetesKnowsAllOfIt() throws Exception {
        Tool helm = Tool.named("helm");
        helm.succeeds("lint", "--strict", CHART, "-f", EXAMPLE);
        String rendered = rendered();
        Path file = Files.writeString(folder.resolve("rendered.yaml"), withoutForeignKinds(rendered));

        Tool.python("kubernetes-validate", "{home}/bin/kubernetes-validate")
                .succeeds("--strict", "--version", "1.34", file);
    }

    @Test
    @SuppressWarnings("unchecked")
    void theRenderedPolicyHasThreeWaysOutAndNames() throws Exception {
        Map<String, Object> policy = documents(rendered()).stream()
                .filter(document -> "NetworkPolicy".equals(document.get("kind")))
                .findFirst()
                .orElseThrow();

        List<Map<String, Object>> out = (List<Map<String, Object>>)
                Objects.requireNonNull(Repository.map(policy, "spec").get("egress"));
        assertThat(out.stream().map(way -> String.valueOf(way.get("ports"))))
                .containsExactly(
                        "[{protocol=TCP, port=6379}]",
                        "[{protocol=TCP, port=11434}]",
                        "[{protocol=TCP, port=443}]",
                        "[{protocol=UDP, port=53}, {protocol=TCP, port=53}]");
        assertThat(out).noneMatch(way -> String.valueOf(way.get("to")).contains("0.0.0.0/0"));
    }

    @Test
    void theChartRefusesWhatWouldNotWork() throws Exception {
        Tool helm = Tool.named("helm");
        for (String wrong : List.of(
                "oidc.issuer=http://sso.exemple.fr",
                "replicas=0",
                "image.tag=latest",
                "replica=2",
                "secret=",
                "networkPolicy.redis.peers=null",
                "models.ollama=null")) {
            assertThat(helm.run("template", "iris", CHART, "-f", EXAMPLE, "--kube-version", KUBERNETES, "--set", wrong)
                            .code())
                    .as(wrong)
                    .isNotZero();
        }
    }

    /** What Kubernetes would be given for the example. */
    private static String rendered() throws IOException, InterruptedException {
        return Tool.named("helm")
                .prints("template", "iris", CHART, "-n", "iris", "-f", EXAMPLE, "--kube-version", KUBERNETES);
    }

    /** The schemas of Kubernetes know nothing of the Prometheus operator. */
    private static String withoutForeignKinds(String rendered) {
        StringBuilder kept = new StringBuilder();
        for (String document : rendered.split("(?m)^---$", -1)) {
            if (!document.contains("monitoring.coreos.com")) {
                kept.append("---").append(document);
            }
        }
        return kept.toString();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> documents(String rendered) {
        List<Map<String, Object>> documents = new ArrayList<>();
        new Yaml().loadAll(rendered).forEach(document -> {
            if (document != null) {
                documents.add((Map<String, Object>) document);
            }
        });
        return documents;
    }
}
