package fr.isere.iris.passages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text names exactly: articles, dates, numbers in figures or in letters. Each in one spelling, so that "L. 311-1" finds "L311-1". */
final class References {

    /** @param rest the text without them */
    record Found(List<String> names, String rest) {}

    private static final String MONTHS =
            "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre";
    private static final List<String> MONTH_STARTS =
            List.of("jan", "fev", "mar", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov", "dec");
    private static final String NUMBER = "\\d{1,4}(?:\\s?-\\s?\\d{1,4})*";

    private static final Pattern REFERENCE = Pattern.compile(
            "(?<![\\p{L}\\d])(?:"
                    + "(?<code>(?:(?-i:LO|[LRDA])\\.?\\s?(?:\\*\\s?){0,2}(?=\\d)|(?:lo|[lrda])\\.?\\s?(?=\\d{3}))"
                    + NUMBER + ")"
                    + "|(?:articles?|art\\.)\\s+(?<articles>" + NUMBER + "(?:er)?(?:\\s*(?:,|et|ou|à)\\s*" + NUMBER
                    + "(?![\\d/]))*)"
                    + "|(?<day>\\d{1,2})(?:er)?\\s+(?<month>" + MONTHS + ")(?:\\s+(?<year>\\d{4}))?"
                    + "|(?<day2>\\d{1,2})[/.](?<month2>\\d{1,2})[/.](?<year2>\\d{4})"
                    + "|(?<number>\\d{1,3}(?:[ \\u00a0\\u202f.]\\d{3})+(?:,\\d+)?|\\d+(?:-\\d+)+|\\d+(?:[.,]\\d+)?)(?:er|ère|ème|e)?"
                    + "|(?<letters>" + NumberWords.PATTERN + ")"
                    + ")(?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern IN_LIST = Pattern.compile(NUMBER);

    private References() {}

    static Found in(String text) {
        List<String> names = new ArrayList<>();
        StringBuilder rest = new StringBuilder(text.length());
        Matcher matcher = REFERENCE.matcher(text);
        int done = 0;
        while (matcher.find()) {
            rest.append(text, done, matcher.start()).append(' ');
            done = matcher.end();
            add(matcher, names);
        }
        return new Found(names, rest.append(text, done, text.length()).toString());
    }

    /** Whether a term is one of these, and not a word's stem. */
    static boolean isName(String term) {
        return term.codePoints().anyMatch(Character::isDigit);
    }

    private static void add(Matcher matcher, List<String> names) {
        if (matcher.group("code") != null) {
            names.add(matcher.group("code").toLowerCase(Locale.ROOT).replaceAll("[\\s.*]", ""));
        } else if (matcher.group("articles") != null) {
            IN_LIST.matcher(matcher.group("articles"))
                    .results()
                    .map(MatchResult::group)
                    .forEach(number -> names.add("article" + number.replaceAll("\\s", "")));
        } else if (matcher.group("month") != null) {
            date(matcher.group("day"), month(matcher.group("month")), matcher.group("year"), names);
        } else if (matcher.group("month2") != null) {
            date(matcher.group("day2"), Integer.parseInt(matcher.group("month2")), matcher.group("year2"), names);
        } else if (matcher.group("number") != null) {
            names.add(number(matcher.group("number")));
        } else {
            names.add(Long.toString(NumberWords.value(matcher.group("letters"))));
        }
    }

    /** A date is found by its year too. */
    private static void date(String day, int month, String year, List<String> names) {
        names.add(String.format(Locale.ROOT, "%s-%02d-%02d", year == null ? "-" : year, month, Integer.parseInt(day)));
        if (year != null) {
            names.add(year);
        }
    }

    private static int month(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace('é', 'e').replace('û', 'u');
        for (int i = 0; i < MONTH_STARTS.size(); i++) {
            if (plain.startsWith(MONTH_STARTS.get(i))) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no month");
    }

    private static String number(String written) {
        String plain = written.replaceAll("[ \\u00a0\\u202f]", "");
        if (plain.matches("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?")) {
            plain = plain.replace(".", "");
        }
        plain = plain.replace('.', ',');
        return plain.matches("0+[1-9]\\d*") ? plain.replaceFirst("^0+", "") : plain;
    }
}
