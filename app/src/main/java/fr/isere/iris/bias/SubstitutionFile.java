package fr.isere.iris.bias;

import java.util.List;

/** The file {@code model-config/bias/substitutions.yaml}, as its schema describes it. */
record SubstitutionFile(
        List<Usage> usages,
        List<String> epicene,
        List<String> ambiguous,
        List<String> placeWords,
        List<List<String>> civilities,
        List<List<String>> nouns,
        List<List<String>> adjectives,
        List<List<String>> before,
        List<String> personVerbs,
        List<String> personObjects,
        List<String> qualities,
        List<String> oneGender,
        Ages ages,
        List<List<Commune>> communes,
        List<List<String>> quarters,
        List<String> livesAt) {

    /** Names of one usage; pairs of first names, a woman's and a man's. */
    record Usage(String id, String exchangedFor, List<List<String>> firstNames, List<String> surnames) {}

    /** Which ages are exchanged, and by how many years. */
    record Ages(int from, int to, int middle, int years) {

        /** The age that stands for this one. */
        int exchanged(int age) {
            return age < middle ? age + years : age - years;
        }

        boolean holds(int age) {
            return age >= from && age <= to;
        }
    }

    record Commune(String name, String code) {}
}
