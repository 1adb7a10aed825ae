package fr.isere.iris.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the runbooks have somebody type is there: commands of ops/iris and their options, services of compose, units. */
class RunbooksTests {

    private static final String RUNBOOKS = "docs/runbooks";
    private static final Pattern CLIENT = Pattern.compile("`ops/iris ([a-z]+)([^`]*)`");
    private static final Pattern OPTION = Pattern.compile("--[a-z0-9]+");
    private static final Pattern UNIT =
            Pattern.compile("(?:systemctl|journalctl)[^`]*? ('?[\\w-]+(?:@[\\w.*]*)?'?)(?: -n \\d+)?`");
    private static final Pattern COMPOSE = Pattern.compile("`docker compose (?:ps|logs|restart|up|exec)((?: [^`]*)?)`");

    @Test
    void everyCommandOfTheClientExistsWithItsOptions() throws Exception {
        Map<String, Set<String>> options = new TreeMap<>();
        for (String[] command : found(CLIENT)) {
            OPTION.matcher(command[1])
                    .results()
                    .forEach(option -> options.computeIfAbsent(command[0], name -> new TreeSet<>())
                            .add(option.group()));
            options.computeIfAbsent(command[0], name -> new TreeSet<>());
        }
        for (String name : options.keySet()) {
            String help = Script.at("ops/iris").run(name, "--help").output();
            assertThat(help).startsWith("usage: iris " + name + " ");
            assertThat(options.get(name))
                    .as(name)
                    .allSatisfy(option -> assertThat(help).contains(option));
        }
        assertThat(options).containsKeys("backends", "cancel", "drain", "import", "releases", "resume", "rollback");
        assertThat(Script.at("ops/iris").run("cancel", "--help").output()).contains("un essai");
    }

    @Test
    void everyServiceOfComposeExists() throws Exception {
        Set<String> services = Repository.map(Repository.yaml("ops/compose/compose.yaml"), "services")
                .keySet();
        assertThat(found(COMPOSE)).hasSizeGreaterThan(5).allSatisfy(line -> {
            String named = line[0].replaceAll(" (--no-deps|-d|--tail \\d+)", "").strip();
            boolean one = line[0].contains(" curl ") || line[0].contains(" redis-cli ") || line[0].contains(" ollama ");
            List<String> words = Pattern.compile(" ")
                    .splitAsStream(named)
                    .filter(word -> !word.isEmpty())
                    .toList();
            assertThat(one ? words.subList(0, 1) : words).isSubsetOf(services);
        });
    }

    @Test
    void everyUnitExists() throws Exception {
        List<String> units =
                found(UNIT).stream().map(line -> line[0].replace("'", "")).toList();
        assertThat(units)
                .hasSizeGreaterThan(4)
                .allSatisfy(unit -> assertThat(
                                Repository.ROOT.resolve("ops/systemd/" + unit.replaceAll("@.*", "@") + ".service"))
                        .satisfiesAnyOf(
                                file -> assertThat(file).exists(),
                                file -> assertThat(file.resolveSibling(file.getFileName() + ".d"))
                                        .exists()));
    }

    /** Its groups wherever the pattern stands in a runbook. */
    private static List<String[]> found(Pattern pattern) throws IOException {
        try (Stream<Path> pages = Files.list(Repository.ROOT.resolve(RUNBOOKS))) {
            return pages.map(page -> RUNBOOKS + "/" + page.getFileName())
                    .map(Repository::text)
                    .flatMap(text -> pattern.matcher(text).results())
                    .map(found -> found.groupCount() == 1
                            ? new String[] {found.group(1)}
                            : new String[] {found.group(1), found.group(2)})
                    .toList();
        }
    }
}
