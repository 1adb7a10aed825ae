package fr.isere.iris.passages;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers in letters, below a million: a text says "deux mois", an answer "2 mois". "Un" is left alone, being an article too. */
final class NumberWords {

    private static final Map<String, Integer> VALUES = Map.ofEntries(
            Map.entry("un", 1),
            Map.entry("et", 0),
            Map.entry("deux", 2),
            Map.entry("trois", 3),
            Map.entry("quatre", 4),
            Map.entry("cinq", 5),
            Map.entry("six", 6),
            Map.entry("sept", 7),
            Map.entry("huit", 8),
            Map.entry("neuf", 9),
            Map.entry("dix", 10),
            Map.entry("onze", 11),
            Map.entry("douze", 12),
            Map.entry("treize", 13),
            Map.entry("quatorze", 14),
            Map.entry("quinze", 15),
            Map.entry("seize", 16),
            Map.entry("vingt", 20),
            Map.entry("vingts", 20),
            Map.entry("trente", 30),
            Map.entry("quarante", 40),
            Map.entry("cinquante", 50),
            Map.entry("soixante", 60),
            Map.entry("septante", 70),
            Map.entry("huitante", 80),
            Map.entry("nonante", 90),
            Map.entry("cent", 100),
            Map.entry("cents", 100),
            Map.entry("mille", 1000));

    private static final String FIRST =
            "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente"
                    + "|quarante|cinquante|soixante|septante|huitante|nonante|cents?|mille";

    static final String PATTERN =
            "(?:" + FIRST + ")(?:(?:\\s|-)(?:et(?:\\s|-)(?:un|onze)|" + FIRST + "|un)(?![\\p{L}]))*";

    private static final Pattern SEPARATOR = Pattern.compile("[\\s-]+");

    private NumberWords() {}

    static long value(String written) {
        long sum = 0;
        long part = 0;
        for (String word :
                SEPARATOR.splitAsStream(written.toLowerCase(Locale.FRENCH)).toList()) {
            int value = VALUES.getOrDefault(word, 0);
            if (value == 1000) {
                sum = (sum + Math.max(part, 1)) * 1000;
                part = 0;
            } else if (value == 100 || (value == 20 && part % 100 == 4)) {
                part = Math.max(part, 1) * value;
            } else {
                part += value;
            }
        }
        return sum + part;
    }
}
