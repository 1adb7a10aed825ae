package fr.isere.iris.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words, without accents, that mean numbers, months, units, or stand for longer ones. */
final class Vocabulary {

    static final Map<String, Integer> MONTHS = all(
            "janvier janv january 1 fevrier fevr february 2 mars march 3 avril avr april 4 mai may 5 juin june 6 juillet juil july 7 "
                    + "aout august 8 septembre sept september 9 octobre oct october 10 novembre nov november 11 decembre dec december 12");

    static final Map<String, Integer> SMALL = all(
            "zero 0 un une one 1 deux two 2 trois three 3 quatre four 4 cinq five 5 six 6 sept seven 7 huit eight 8 neuf nine 9 dix ten 10 "
                    + "onze eleven 11 douze twelve 12 treize 13 quatorze 14 quinze fifteen 15 seize 16 vingt vingts twenty 20 trente thirty 30 "
                    + "quarante forty 40 cinquante fifty 50 soixante sixty 60 septante 70 huitante octante 80 nonante ninety 90 cent cents 100");

    /** Powers of ten. */
    static final Map<String, Integer> SCALES = all(
            "mille mil milliers millier thousand k 3 million millions m meur 6 milliard milliards billion md mds 9");

    /** One name for each unit. */
    static final Map<String, String> TIMES = names("jour jour jours day days journee journees|mois mois month months|"
            + "an an ans annee annees year years|semaine semaine semaines week weeks|heure heure heures hour hours|"
            + "minute minute minutes min|seconde seconde secondes|trimestre trimestre trimestres|semestre semestre semestres|"
            + "decennie decennie decennies|siecle siecle siecles");

    static final Set<String> CURRENCIES = Set.of("euro", "euros", "eur");

    /** They belong to a number's words and change nothing else. */
    static final Set<String> MEASURES = Set.of(
            "km",
            "m",
            "cm",
            "mm",
            "ha",
            "kg",
            "g",
            "t",
            "tonnes",
            "tonne",
            "kwh",
            "mwh",
            "gwh",
            "kw",
            "mw",
            "litres",
            "l",
            "hectares",
            "kilometres",
            "metres",
            "etp",
            "mo",
            "go");

    static final Set<String> ORDINALS = Set.of("er", "ere", "re", "e", "eme", "nd", "nde", "d", "st", "th", "ieme");

    /** What they say of the number after "n°". */
    static final Set<String> LAWS = Set.of(
            "loi",
            "decret",
            "ordonnance",
            "arrete",
            "deliberation",
            "directive",
            "reglement",
            "decision",
            "circulaire",
            "convention",
            "marche",
            "avis",
            "rapport",
            "dossier",
            "avenant",
            "lot",
            "annexe");

    static final Map<String, String> LONG = Map.ofEntries(
            Map.entry("mme", "madame"),
            Map.entry("mlle", "mademoiselle"),
            Map.entry("mr", "monsieur"),
            Map.entry("dept", "departement"),
            Map.entry("dpt", "departement"),
            Map.entry("dep", "departement"),
            Map.entry("hab", "habitants"),
            Map.entry("env", "environ"),
            Map.entry("st", "saint"),
            Map.entry("ste", "sainte"),
            Map.entry("av", "avenue"),
            Map.entry("bd", "boulevard"),
            Map.entry("cons", "conseil"),
            Map.entry("art", "article"),
            Map.entry("al", "alinea"),
            Map.entry("subv", "subvention"),
            Map.entry("km", "kilometres"),
            Map.entry("ha", "hectares"),
            Map.entry("tel", "telephone"),
            Map.entry("ref", "reference"),
            Map.entry("pdt", "president"),
            Map.entry("fonct", "fonctionnement"),
            Map.entry("invest", "investissement"));

    private Vocabulary() {}

    private static Map<String, Integer> all(String words) {
        Map<String, Integer> values = new HashMap<>();
        List<String> open = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            if (Character.isDigit(word.charAt(0))) {
                open.forEach(one -> values.put(one, Integer.valueOf(word)));
                open.clear();
            } else {
                open.add(word);
            }
        }
        return Map.copyOf(values);
    }

    private static Map<String, String> names(String groups) {
        Map<String, String> names = new HashMap<>();
        for (String group : groups.split("\\|", -1)) {
            String[] words = group.split(" ", -1);
            for (String word : words) {
                names.put(word, words[0]);
            }
        }
        return Map.copyOf(names);
    }
}
