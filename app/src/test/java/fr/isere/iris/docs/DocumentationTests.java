package fr.isere.iris.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
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

    static List<Document> all() {
        return Document.all();
    }

    static List<Document> french() {
        return all().stream()
                .filter(document -> document.toString().startsWith("docs/guides/")
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
                .allSatisfy(document -> assertThat(document.all(Pattern.compile("`(\\w+Tests)`"), 1))
                        .isSubsetOf(tests));
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
        Document pom = Document.read("app/pom.xml");
        Pattern dependency = Pattern.compile(
                "(?s)<dependency>\\s*<groupId>(?!fr\\.isere)[^<]*</groupId>\\s*<artifactId>([^<]+)</artifactId>(?:\\s*<version>([^<$]+)</version>)?");
        assertThat(dependency.matcher(pom.text()).results().toList())
                .isNotEmpty()
                .allSatisfy(found -> {
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
        String pom = Document.read("app/pom.xml").text();
        assertThat(Pattern.compile("(?m)^\\| (`[^|]+) \\|").matcher(listed).results())
                .isNotEmpty()
                .allSatisfy(row -> {
                    for (String name :
                            row.group(1).replaceAll("\\([^)]*\\)|`|\\s", "").split(",", -1)) {
                        assertThat(pom).contains("<artifactId>" + name + "</artifactId>");
                    }
                });
    }

    @Test
    void theChangelogHasAPlaceForWhatComes() {
        assertThat(Document.read("docs/changelog.md").text()).contains("\n## [Unreleased]\n");
    }

    @Test
    void whatTheGuideForAgentsPutsInBoldStandsOnTheScreen() {
        String screen = Document.read("app/src/main/resources/static/js/shared/texts.js")
                .text();
        List<String> labels = Document.read("docs/guides/agent.md").all(Pattern.compile("\\*\\*([^*]+)\\*\\*"), 1);
        assertThat(labels).isNotEmpty().allSatisfy(label -> assertThat(screen).contains("'" + label + "'"));
    }

    @Test
    void whatTheGuidesQuoteFromTheScreenStandsThere() {
        String screen = Document.read("app/src/main/resources/static/js/shared/texts.js")
                        .text()
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
        try (Stream<Path> files = Files.walk(Document.root().resolve("app/src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Tests.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList();
        }
    }
}
