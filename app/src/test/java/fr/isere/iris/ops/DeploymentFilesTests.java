package fr.isere.iris.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The files of a deployment, held to the settings, to one another and to what makes them safe; nothing is needed for it. */
class DeploymentFilesTests {

    private static final String COMPOSE = "ops/compose/compose.yaml";
    private static final String DOCKERFILE = "ops/image/Dockerfile";
    private static final String UNIT = "ops/systemd/iris@.service";
    private static final String DEPLOYMENT = "ops/helm/iris/templates/deployment.yaml";

    /** Settings of Spring Boot that the README's table does not speak of. */
    private static final Set<String> OF_SPRING =
            Set.of("SPRING_CONFIG_IMPORT", "SPRING_PROFILES_ACTIVE", "MANAGEMENT_SERVER_ADDRESS");

    private static final Pattern VARIABLE =
            Pattern.compile("\\b((?:IRIS|SPRING|SERVER|MANAGEMENT)_[A-Z0-9_]+)\\s*[=:]");

    /** What the proxy and the provider of compose are told, not IRIS. */
    private static final Set<String> OF_OTHERS =
            Set.of("IRIS_HOST", "IRIS_IMAGE", "IRIS_MEMORY", "IRIS_OPS_CLIENT_SECRET", "IRIS_OIDC_CLIENT_SECRET");

    static Stream<Path> yamlFiles() {
        return Stream.concat(Repository.yamlFiles("ops").stream(), Stream.of(Repository.ROOT.resolve(COMPOSE)));
    }

    @ParameterizedTest
    @MethodSource("yamlFiles")
    void everyYamlParsesAndNamesNothingTwice(Path file) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        assertThatCode(() -> new Yaml(strict).loadAll(Files.readString(file)).forEach(document -> {}))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {COMPOSE, DOCKERFILE, UNIT, "ops/systemd/iris.env", "ops/helm/iris/templates/configmap.yaml"})
    void everyVariableIsASettingOfTheReadme(String file) {
        assertThat(VARIABLE.matcher(withoutComments(file)).results().map(found -> found.group(1)))
                .isNotEmpty()
                .filteredOn(name -> !OF_SPRING.contains(name) && !OF_OTHERS.contains(name))
                .isSubsetOf(Repository.variables());
    }

    @Test
    void everySecretBearsTheNameOfASetting() {
        assertThat(Pattern.compile("target: (iris[a-z.-]+|spring[a-z.-]+)}")
                        .matcher(Repository.text(COMPOSE))
                        .results()
                        .map(found -> found.group(1)))
                .hasSize(3)
                .isSubsetOf(Repository.properties());
        assertThat(Pattern.compile("(?m)^LoadCredential=([^:]+):")
                        .matcher(Repository.text(UNIT))
                        .results()
                        .map(found -> found.group(1)))
                .hasSize(3)
                .isSubsetOf(Repository.properties());
    }

    @Test
    void whatComposeMountsIsInTheRepositoryOrMadeByPrepare() {
        String prepare = Repository.text("ops/compose/prepare");
        Stream<String> mounted = services().values().stream()
                .flatMap(service -> Repository.list(service, "volumes").stream())
                .filter(volume -> volume.startsWith("."));
        assertThat(mounted.map(volume -> volume.substring(0, volume.indexOf(':'))))
                .hasSizeGreaterThan(10)
                .allSatisfy(path -> {
                    if (path.startsWith("./secrets/")) {
                        String name = path.substring("./secrets/".length());
                        assertThat(prepare).containsAnyOf(name, "certificate " + name.replaceAll("\\..*", " "));
                    } else if (path.startsWith("./data/")) {
                        assertThat(prepare).contains("$to" + path.substring(1));
                    } else {
                        assertThat(Repository.ROOT
                                        .resolve("ops/compose")
                                        .resolve(path)
                                        .normalize())
                                .exists();
                    }
                });
        Repository.map(Repository.yaml(COMPOSE), "secrets")
                .values()
                .forEach(secret -> assertThat(prepare)
                        .contains(
                                String.valueOf(((Map<?, ?>) secret).get("file")).replace("./secrets/", "")));
    }

    @Test
    void everyImageHasAVersion() {
        List<String> images = Stream.of(COMPOSE, "ops/compose/compose.gpu.yaml")
                .flatMap(file -> Repository.text(file).lines())
                .filter(line -> line.strip().startsWith("image:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .toList();
        assertThat(images)
                .hasSizeGreaterThan(6)
                .allSatisfy(image -> assertThat(image)
                        .containsPattern(":v?\\d+\\.\\d+(\\.\\d+)?[^/]*$")
                        .doesNotContain("latest"));
        assertThat(Repository.text(DOCKERFILE)).containsPattern("ARG JAVA=\\d+\\.\\d+\\.\\d+_\\d+\n");
        assertThat(withoutComments(DOCKERFILE).lines().filter(line -> line.startsWith("FROM ")))
                .allSatisfy(from -> assertThat(from).contains(":${JAVA}-"));
    }

    @Test
    void everyServiceOfComposeIsHardened() {
        services().forEach((name, service) -> {
            assertThat(Repository.list(service, "cap_drop")).as(name).containsExactly("ALL");
            assertThat(Repository.list(service, "security_opt")).as(name).containsExactly("no-new-privileges:true");
            if (!name.equals("keycloak")) {
                assertThat(service.get("read_only")).as(name).isEqualTo(true);
            }
            assertThat(service).as(name).doesNotContainKeys("privileged", "network_mode");
        });
    }

    @Test
    void theApplicationOfComposeHasNoWayOut() {
        Map<String, Object> networks = Repository.map(Repository.yaml(COMPOSE), "networks");
        for (String app : List.of("app-1", "app-2")) {
            List<String> its = Repository.list(service(app), "networks");
            assertThat(its).containsExactlyInAnyOrder("front", "store", "engine", "identity", "watch");
            assertThat(its)
                    .allSatisfy(network ->
                            assertThat(Repository.map(networks, network)).containsEntry("internal", true));
            assertThat(service(app)).doesNotContainKey("ports");
        }
        assertThat(Repository.list(service("redis"), "networks")).containsExactly("store");
    }

    @Test
    void theImageIsNotRootsAndLooksAfterItsHealth() {
        assertThat(withoutComments(DOCKERFILE))
                .contains("USER 10001:10001", "HEALTHCHECK", "readiness", "STOPSIGNAL SIGTERM", "tesseract-ocr-fra")
                .doesNotContain("\nADD ", "sudo", "chmod 777");
        List<String> copied = Pattern.compile("(?m)^COPY (?!--from)(\\S+) ")
                .matcher(Repository.text(DOCKERFILE))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(copied).containsExactly("${JAR}", "ops/image/train");
        assertThat(Repository.text(DOCKERFILE + ".dockerignore"))
                .startsWith("#")
                .contains("\n*\n");
    }

    @Test
    void theChartIsHardened() {
        assertThat(Repository.text(DEPLOYMENT))
                .contains(
                        "runAsNonRoot: true",
                        "readOnlyRootFilesystem: true",
                        "allowPrivilegeEscalation: false",
                        "capabilities: {drop: [ALL]}",
                        "seccompProfile: {type: RuntimeDefault}",
                        "automountServiceAccountToken: false",
                        "startupProbe",
                        "livenessProbe",
                        "readinessProbe");
        assertThat(Repository.text("ops/helm/iris/templates/networkpolicy.yaml"))
                .contains("policyTypes: [Ingress, Egress]", "list \"redis\" \"engine\" \"provider\"");
        assertThat(Repository.ROOT.resolve("ops/helm/iris/files/alerts.yaml")).exists();
    }

    @Test
    void theUnitIsHardened() {
        assertThat(Repository.text(UNIT).lines())
                .contains(
                        "NoNewPrivileges=true",
                        "CapabilityBoundingSet=",
                        "ProtectSystem=strict",
                        "PrivateTmp=true",
                        "ProtectHome=true",
                        "IPAddressDeny=any",
                        "SystemCallFilter=@system-service",
                        "LimitCORE=0");
    }

    @Test
    void whoeverStopsAnInstanceLetsItsAnswersEnd() {
        // 30 s for those who read on it, iris.chat.finish for the answers that go on, and what the stop itself takes.
        int needed = 30 + 30 + 10;
        assertThat(seconds(COMPOSE, "stop_grace_period: (\\d+)s")).isGreaterThan(needed);
        assertThat(seconds(UNIT, "TimeoutStopSec=(\\d+)")).isGreaterThan(needed);
        assertThat(seconds(DEPLOYMENT, "terminationGracePeriodSeconds: (\\d+)")).isGreaterThan(needed);
    }

    @Test
    void theProxiesNeitherBufferEventsNorCutThemShort() {
        String site = Repository.text("ops/compose/nginx/sites.conf.template");
        assertThat(site).contains("proxy_buffering off;", "proxy_request_buffering off;", "traceparent");
        assertThat(seconds("ops/compose/nginx/sites.conf.template", "proxy_read_timeout (\\d+)s"))
                .isGreaterThan(20);
        assertThat(Repository.text("ops/helm/iris/values.yaml"))
                .contains("proxy-buffering: \"off\"", "proxy-read-timeout: \"60\"");
    }

    /** The issuer that prepare writes has no port. */
    @Test
    void theApplicationReachesTheProviderOfComposeByItsPublicAddress() {
        assertThat(Repository.text("ops/compose/prepare")).contains("issuer=https://$sso/realms/departement\n");
        String site = Repository.text("ops/compose/nginx/sites.conf.template");
        String provider = site.substring(site.lastIndexOf("\nserver {"));
        assertThat(provider).contains("server_name ${SSO_HOST};", "\n  listen 443 ssl;", "\n  listen 8443 ssl;");
        assertThat(Repository.map(Repository.map(service("proxy"), "networks"), "identity"))
                .containsEntry("aliases", List.of("${SSO_HOST:-sso.invalid}"));
        // Who is not root and has no capability may listen there only if the network says so.
        assertThat(Repository.map(service("proxy"), "sysctls"))
                .containsEntry("net.ipv4.ip_unprivileged_port_start", "0");
    }

    /** Below emerg nginx tells of an error with the address of a person and the line that was asked. */
    @Test
    void theProxyTellsNothingOfWhoAsked() {
        String main = withoutComments("ops/compose/nginx/nginx.conf");
        assertThat(main.substring(main.indexOf("http {"))).contains("error_log /dev/stderr emerg;");
        String all = main + withoutComments("ops/compose/nginx/sites.conf.template");
        assertThat(Pattern.compile("error_log ").matcher(all).results()).hasSize(2);
        assertThat(main.substring(main.indexOf("log_format"), main.indexOf("access_log")))
                .doesNotContain("$remote_", "$request_uri", "$args", "$query_string", "$http_");
        assertThat(Repository.text("ops/helm/iris/values.yaml")).contains("enable-access-log: \"false\"");
    }

    @Test
    void nothingSecretIsInTheRepository() {
        assertThat(Repository.text("ops/compose/.gitignore").lines()).contains(".env", "secrets/", "data/");
        assertThat(Repository.text("ops/helm/iris/values.yaml"))
                .doesNotContainPattern("(?i)(password|secret): *\"?[a-z0-9]{8}");
    }

    private static Map<String, Map<String, Object>> services() {
        Map<String, Object> services = Repository.map(Repository.yaml(COMPOSE), "services");
        Map<String, Map<String, Object>> typed = new LinkedHashMap<>();
        services.keySet().forEach(name -> typed.put(name, Repository.map(services, name)));
        return typed;
    }

    private static Map<String, Object> service(String name) {
        return Objects.requireNonNull(services().get(name));
    }

    private static String withoutComments(String file) {
        return Pattern.compile("(?m)(^|\\s)#.*$").matcher(Repository.text(file)).replaceAll("");
    }

    private static int seconds(String file, String pattern) {
        return Pattern.compile(pattern)
                .matcher(Repository.text(file))
                .results()
                .map(MatchResult::group)
                .map(found -> Integer.parseInt(found.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
