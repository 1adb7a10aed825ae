package fr.isere.iris.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an expression of Prometheus asks for: enough of its grammar to know the metrics and the labels. */
final class PromQl {

    private static final Set<String> WORDS = Set.of(
            "and", "or", "unless", "on", "ignoring", "group_left", "group_right", "bool", "offset", "inf", "nan");

    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(\\{[^}]*})?(\\s*\\()?|[0-9.]+[a-z]*");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

    private PromQl() {}

    /**
     * A metric that is asked for.
     *
     * @param name of the metric
     * @param labels values by label, those of a choice each for itself
     */
    record Asked(String name, Map<String, List<String>> labels) {}

    /** All that it asks for. */
    static List<Asked> asked(String expression) {
        String bare = GROUPING.matcher(expression).replaceAll(" ").replaceAll("\\[[^]]*]", " ");
        return SELECTOR.matcher(bare)
                .results()
                .filter(found -> found.group(1) != null && found.group(3) == null)
                .filter(found -> !WORDS.contains(found.group(1)))
                .map(found -> new Asked(found.group(1), labels(found.group(2) == null ? "" : found.group(2))))
                .toList();
    }

    /** The labels that it groups by. */
    static Set<String> groupings(String expression) {
        return GROUPING.matcher(expression)
                .results()
                .flatMap(found -> Pattern.compile(",").splitAsStream(found.group(1)))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, List<String>> labels(String braces) {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        MATCHER.matcher(braces)
                .results()
                .forEach(found ->
                        labels.put(found.group(1), List.of(found.group(3).split("\\|", -1))));
        return labels;
    }

    /** Labels by metric of a page of metrics, as Prometheus reads it. */
    static Map<String, Set<String>> exported(String page) {
        Map<String, Set<String>> exported = new TreeMap<>();
        Matcher lines =
                Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{.*})? ").matcher(page);
        while (lines.find()) {
            Set<String> labels = exported.computeIfAbsent(lines.group(1), name -> new TreeSet<>());
            if (lines.group(2) != null) {
                Pattern.compile("([a-zA-Z_]+)=\"")
                        .matcher(lines.group(2))
                        .results()
                        .forEach(label -> labels.add(label.group(1)));
            }
        }
        return exported;
    }
}
