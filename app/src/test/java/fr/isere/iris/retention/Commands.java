package fr.isere.iris.retention;

import fr.isere.iris.testing.RedisInstallation;
import fr.isere.iris.testing.RedisNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands of Redis by name: those that a file of users allows, those that a Redis was sent. */
final class Commands {

    private static final Pattern STATISTIC = Pattern.compile("(?m)^cmdstat_([a-z_|-]+):");
    private static final Pattern CALLS = Pattern.compile("(?m)^cmdstat_([a-z_|-]+):calls=(\\d+)");
    private static final Pattern ALLOWED = Pattern.compile("\\+([a-z_|-]+)");

    private Commands() {}

    /** What a file of {@code ops/redis} allows to one of its users. */
    static Set<String> allowed(String users, String name) {
        return RedisInstallation.file(users)
                .lines()
                .filter(line -> line.startsWith("user " + name + " "))
                .findFirst()
                .map(line -> found(ALLOWED, line))
                .orElseThrow();
    }

    /** What somebody sent to this node. */
    static Set<String> used(RedisNode node) {
        return found(STATISTIC, node.run("INFO", "commandstats"));
    }

    /** How often each was sent to any of these nodes. */
    static Map<String, Long> calls(List<RedisNode> nodes) {
        return nodes.stream()
                .flatMap(node -> CALLS.matcher(node.run("INFO", "commandstats")).results())
                .collect(Collectors.toMap(one -> one.group(1), one -> Long.valueOf(one.group(2)), Long::sum));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
