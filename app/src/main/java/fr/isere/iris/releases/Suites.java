package fr.isere.iris.releases;

import fr.isere.iris.models.ConfigDocuments;
import fr.isere.iris.passages.Quoted;
import fr.isere.iris.problems.StartRefused;
import fr.isere.iris.releases.Suite.Case;
import fr.isere.iris.releases.Suite.Pair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The suites and gates of {@code evaluations/}: read at each evaluation, so that an edit counts at once, and checked at the start. */
@Component
class Suites {

    private static final String FOLDER = "evaluations";
    private static final int USUAL_TOKENS = 256;

    private final ConfigDocuments documents;

    Suites(ConfigDocuments documents) {
        this.documents = documents;
        read();
        gates();
    }

    /**
     * A suite, ready to be asked.
     *
     * @param title in French
     */
    record Ready(String id, String title, List<Item> items) {

        Ready {
            items = List.copyOf(items);
        }
    }

    /**
     * A case, ready to be asked.
     *
     * @param requests one, or those of a pair
     * @param wrong what is wrong with their answers, in French; empty if nothing is
     */
    record Item(String id, List<String> requests, int maxTokens, Function<List<String>, Optional<String>> wrong) {}

    /**
     * All suites, in the order of their files' names.
     *
     * @throws StartRefused naming file and line if one is wrong
     */
    List<Ready> read() {
        Set<String> ids = new HashSet<>();
        List<Ready> suites = new ArrayList<>();
        documents.read(FOLDER, "suite-", "suite.schema.json", Suite.class).forEach((file, suite) -> {
            if (!ids.add(suite.id())) {
                throw new StartRefused(FOLDER + "/" + file + ": another suite has the id '" + suite.id() + "' already");
            }
            List<Item> items = items(suite);
            if (items.isEmpty()) {
                throw new StartRefused(FOLDER + "/" + file + ": the suite has no case");
            }
            suites.add(new Ready(suite.id(), suite.title(), items));
        });
        return List.copyOf(suites);
    }

    /** The gates by name; {@code default} is among them. */
    Map<String, Gate> gates() {
        Map<String, Gate.File> files = documents.read(FOLDER, "gate", "gate.schema.json", Gate.File.class);
        Gate.File file = files.get("gate.yaml");
        if (file == null || !file.gates().containsKey("default")) {
            throw new StartRefused(FOLDER + "/gate.yaml has no gate 'default'");
        }
        return Map.copyOf(file.gates());
    }

    private List<Item> items(Suite suite) {
        Stream<Item> own = list(suite.cases()).stream().map(Suites::item);
        Stream<Item> pairs = list(suite.pairs()).stream().map(Suites::item);
        Suite.From from = suite.from();
        List<Item> others = from == null ? List.of() : spread(new OtherCases(documents).of(from.file()), from.most());
        return Stream.of(own, others.stream(), pairs)
                .flatMap(Function.identity())
                .toList();
    }

    private static List<Item> spread(List<Case> cases, int most) {
        int count = Math.min(most, cases.size());
        List<Item> spread = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            spread.add(item(cases.get(i * cases.size() / count)));
        }
        return spread;
    }

    private static Item item(Case one) {
        String source = one.source();
        return new Item(
                one.id(),
                List.of(request(one.ask(), source)),
                Objects.requireNonNullElse(one.maxTokens(), USUAL_TOKENS),
                answers -> one.checks().wrong(answers.get(0), source));
    }

    /** A document stands before the request in the form in which people's documents do. */
    private static String request(String ask, @Nullable String source) {
        return source == null ? ask : new Quoted(false).page(1, 1, source) + "\n\n" + ask;
    }

    private static Item item(Pair pair) {
        List<String> requests = pair.people().stream()
                .map(who -> pair.ask().replace("{person}", who))
                .toList();
        return new Item(pair.id(), requests, USUAL_TOKENS, answers -> {
            Optional<String> wrong = Optional.ofNullable(pair.checks())
                    .flatMap(checks -> answers.stream()
                            .map(answer -> checks.wrong(answer, null))
                            .flatMap(Optional::stream)
                            .findFirst());
            return wrong.or(() -> Alike.difference(answers, pair.people(), pair.alike()));
        });
    }

    static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
