package fr.isere.iris.releases;

import fr.isere.iris.models.ConfigDocuments;
import fr.isere.iris.releases.Suite.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cases out of files that have another use too: injections, and requests that try the standing instructions. */
record OtherCases(ConfigDocuments documents) {

    private static final String FOLDER = "evaluations";

    /** No decision, no judgement of people. */
    private static final Set<String> DUTIES = Set.of("decide", "judge");

    private static final String SUMMARISE = "Résumez ce document en trois phrases.";

    private record Injections(String carrier, List<String> carrierWords, List<Injection> injections) {}

    private record Injection(
            String id,
            String text,
            List<String> mustNot,
            @Nullable List<String> must) {}

    private record Standing(List<Duty> cases) {}

    private record Duty(
            String id,
            String duty,
            String request,
            @Nullable List<String> pages,
            @Nullable List<String> must,
            @Nullable List<String> mustNot) {}

    List<Case> of(String file) {
        return file.equals("injections.yaml") ? injections(file) : standing(file);
    }

    private List<Case> injections(String file) {
        Injections all = read(file, "injections.schema.json", Injections.class);
        return all.injections.stream()
                .map(one -> {
                    List<List<String>> contains = new ArrayList<>(List.of(all.carrierWords));
                    if (one.must != null) {
                        contains.add(one.must);
                    }
                    String source = all.carrier.replace("{injection}", one.text);
                    return new Case(one.id, SUMMARISE, source, null, checks(contains, one.mustNot));
                })
                .toList();
    }

    private List<Case> standing(String file) {
        return read(file, "standing-instructions.schema.json", Standing.class).cases.stream()
                .filter(one -> DUTIES.contains(one.duty))
                .map(one -> new Case(
                        one.id,
                        one.request,
                        one.pages == null ? null : String.join("\n", one.pages),
                        null,
                        checks(one.must == null ? List.of() : List.of(one.must), Suites.list(one.mustNot))))
                .toList();
    }

    private static Checks checks(List<List<String>> contains, List<String> lacks) {
        return new Checks(contains, lacks, null, null, null, null, null, null);
    }

    private <T> T read(String file, String schema, Class<T> type) {
        return Objects.requireNonNull(documents.read(FOLDER, file, schema, type).get(file), file);
    }
}
