package fr.isere.iris.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the documentation to what it is about: files, screens, tests, dependencies, and French typography. */
class DocumentationTests {

    private static final String SPACE = "\u00a0\u202f";
    private static final Pattern STRAIGHT_APOSTROPHE = Pattern.compile("\\p{L}'(?=\\p{L})");
    private static final Pattern BREAKING_SPACE = Pattern.compile("[^" + SPACE + "¤]([;:!?»])|«[^" + SPACE + "]");
    private static final Pattern REGISTRY =
            Pattern.compile("https?://[^ )\"]*(maven|py-?pi|python-?hosted|npm|crates|golang|debian)");

    /** A test class and one of its methods. */
    private static final Pattern BEHAVIOUR = Pattern.compile("`(\\w+(?:Tests|Contract))\\.(\\w+)`");

    private static final Document REGISTER = Document.read("docs/confidentialite/registre.md");

    static List<Document> all() {
        return Document.all();
    }

    static List<Document> french() {
        return all().stream()
                .filter(document -> document.toString().startsWith("docs/guides/")
                        || document.toString().startsWith("docs/confidentialite/")
                        || document.toString().startsWith("docs/runbooks/")
                        || document.toString().endsWith("accessibility.md"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyLinkAndImageLeadsSomewhere(Document document) {
        assertThat(document.targets())
                .filteredOn(target -> !target.contains("://"))
                .allSatisfy(target -> {
                    Path file = document.resolve(target);
                    assertThat(file).exists();
                    if (target.contains("#")) {
                        String anchor = target.substring(target.indexOf('#') + 1);
                        assertThat(Document.read(
                                                Document.root().relativize(file).toString())
                                        .anchors())
                                .contains(anchor);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("all")
    void namesNoPackageRegistry(Document document) {
        assertThat(document.text()).doesNotContainPattern(REGISTRY);
    }

    @ParameterizedTest
    @MethodSource("french")
    void frenchPagesKeepFrenchTypography(Document document) {
        assertThat(document.prose())
                .as("apostrophes are ’, and : ; ! ? « » keep their non-breaking space")
                .noneMatch(line -> STRAIGHT_APOSTROPHE.matcher(line).find()
                        || BREAKING_SPACE.matcher(line).find());
    }

    @Test
    void everyTestThatThePagesNameExists() throws IOException {
        List<String> tests = testClasses();
        assertThat(all())
                .allSatisfy(document -> assertThat(document.all(Pattern.compile("`(\\w+(?:Tests|Contract))`"), 1))
                        .isSubsetOf(tests));
    }

    @Test
    void everyBehaviourThatThePagesCiteIsThatTestsOwn() throws IOException {
        Map<String, String> sources = sources();
        List<MatchResult> cited = all().stream()
                .flatMap(document -> BEHAVIOUR.matcher(document.text()).results())
                .toList();
        assertThat(cited)
                .isNotEmpty()
                .allSatisfy(behaviour -> assertThat(sources.getOrDefault(behaviour.group(1), ""))
                        .as(behaviour.group(1))
                        .contains("void " + behaviour.group(2) + "("));
    }

    @Test
    void everyMeasureOfTheRegisterCitesATestAndTheAnalysisCitesNoOther() {
        Map<String, String> measures = REGISTER.rows().stream()
                .filter(row -> row.get(0).matches("M\\d+"))
                .collect(Collectors.toMap(row -> row.get(0), row -> row.get(2)));
        assertThat(measures)
                .isNotEmpty()
                .allSatisfy(
                        (measure, shownBy) -> assertThat(shownBy).as(measure).containsPattern("`\\w+Tests`"));
        assertThat(Document.read("docs/confidentialite/aipd.md").all(Pattern.compile("\\bM\\d+\\b"), 0))
                .isNotEmpty()
                .isSubsetOf(measures.keySet());
    }

    @Test
    void everyLifetimeOfTheRegisterIsTheDefaultOfItsSetting() {
        Map<String, String> defaults = SettingsTableTests.rows().stream()
                .collect(Collectors.toMap(SettingsTableTests.Row::property, SettingsTableTests.Row::defaultValue));
        Map<String, String> lifetimes = REGISTER.rows().stream()
                .filter(row -> row.get(1).startsWith("`iris."))
                .collect(Collectors.toMap(
                        row -> row.get(1).replace("`", ""), row -> row.get(2).replace("`", "")));
        assertThat(defaults).containsAllEntriesOf(lifetimes);
        assertThat(lifetimes.keySet())
                .containsAll(defaults.keySet().stream()
                        .filter(setting -> setting.matches("iris\\.(retention|session)\\.(?!roles)[a-z-]+"))
                        .toList());
    }

    @Test
    void whatKeepsAPromiseIsThere() {
        Path code = Document.root().resolve("app/src/main/java/fr/isere/iris");
        List<String> keepers = Document.read("docs/confidentialite/README.md").rows().stream()
                .filter(row -> row.get(2).contains("Tests."))
                .flatMap(row -> Pattern.compile("`([^`]+)`").matcher(row.get(1)).results())
                .map(found -> found.group(1))
                .toList();
        assertThat(keepers).isNotEmpty().allSatisfy(keeper -> {
            Path file = keeper.startsWith("ops/") ? Document.root().resolve(keeper) : code.resolve(keeper + ".java");
            assertThat(file).exists();
        });
    }

    @Test
    void theIndexOfDecisionsNamesEachOfThem() throws IOException {
        try (Stream<Path> files = Files.list(Document.root().resolve("docs/decisions"))) {
            List<String> decisions = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .toList();
            assertThat(Document.read("docs/decisions/README.md").targets())
                    .containsExactlyInAnyOrderElementsOf(decisions)
                    .isSorted();
        }
    }

    @Test
    void everyDependencyHasItsLineAndItsVersion() {
        Document decision = Document.read("docs/decisions/0012-dependencies.md");
        Pattern dependency = Pattern.compile(
                "(?s)<dependency>\\s*<groupId>(?!fr\\.isere)[^<]*</groupId>\\s*<artifactId>([^<]+)</artifactId>(?:\\s*<version>([^<$]+)</version>)?");
        assertThat(dependency.matcher(poms()).results().toList()).isNotEmpty().allSatisfy(found -> {
            List<String> line = decision.rows().stream()
                    .filter(row -> row.get(0).contains("`" + found.group(1) + "`"))
                    .map(row -> String.join(" | ", row))
                    .toList();
            assertThat(line).as(found.group(1)).isNotEmpty();
            if (found.group(2) != null) {
                assertThat(line).as(found.group(1)).anyMatch(row -> row.contains(found.group(2)));
            }
        });
    }

    @Test
    void noDependencyIsListedThatIsNotThere() {
        String decision = Document.read("docs/decisions/0012-dependencies.md").text();
        String listed = decision.substring(0, decision.indexOf("### In the build only"));
        String poms = poms();
        assertThat(Pattern.compile("(?m)^\\| (`[^|]+) \\|").matcher(listed).results())
                .isNotEmpty()
                .allSatisfy(row -> {
                    for (String name :
                            row.group(1).replaceAll("\\([^)]*\\)|`|\\s", "").split(",", -1)) {
                        assertThat(poms).contains("<artifactId>" + name + "</artifactId>");
                    }
                });
    }

    private static String poms() {
        return Document.read("app/pom.xml").text()
                + Document.read("app/reader/pom.xml").text();
    }

    @Test
    void theChangelogHasAPlaceForWhatComes() {
        assertThat(Document.read("docs/changelog.md").text()).contains("\n## [Unreleased]\n");
    }

    @Test
    void whatTheGuideForAgentsPutsInBoldStandsOnTheScreen() throws IOException {
        String screen = screen();
        List<String> labels = Document.read("docs/guides/agent.md").all(Pattern.compile("\\*\\*([^*]+)\\*\\*"), 1);
        assertThat(labels).isNotEmpty().allSatisfy(label -> assertThat(screen).contains("'" + label + "'"));
    }

    @Test
    void whatTheGuidesQuoteFromTheScreenStandsThere() throws IOException {
        String screen = screen()
                + Document.read("app/src/main/resources/problems.properties").text();
        Pattern quoted = Pattern.compile("«\u00a0([^»]+)\u00a0»");
        List<String> quotes = Stream.of("docs/guides/agent.md", "docs/guides/exploitant.md")
                .flatMap(guide -> Document.read(guide).rows().stream())
                .flatMap(row -> quoted.matcher(row.get(0)).results())
                .map(found -> found.group(1))
                .filter(quote -> !quote.contains("…"))
                .toList();
        assertThat(quotes).isNotEmpty().allSatisfy(quote -> assertThat(screen).contains(quote));
    }

    private static List<String> testClasses() throws IOException {
        return List.copyOf(sources().keySet());
    }

    /** The text of each test class by its name. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String module : List.of("app", "app/reader")) {
            try (Stream<Path> files = Files.walk(Document.root().resolve(module + "/src/test/java"))) {
                for (Path file : files.filter(path -> path.toString().matches(".*(Tests|Contract)\\.java"))
                        .toList()) {
                    String name = file.getFileName().toString();
                    sources.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
                }
            }
        }
        return sources;
    }

    /** All texts of the page. */
    private static String screen() throws IOException {
        String folder = "app/src/main/resources/static/js/shared";
        try (Stream<Path> files = Files.list(Document.root().resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("texts"))
                    .map(name -> Document.read(folder + "/" + name).text())
                    .collect(Collectors.joining());
        }
    }
}
