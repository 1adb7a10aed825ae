package fr.isere.iris.bench;

import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes the same figures, dates and references another way: digits for words, words for digits, abbreviations, other dates. */
final class OtherForms {

    private static final String MONTHS = String.join("|", Slots.MONTHS);
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})(?:er)? (" + MONTHS + ") (\\d{4})");
    private static final Pattern MILLIONS = Pattern.compile("(\\d+),(\\d) M€");
    private static final Pattern EUROS = Pattern.compile("(?<![\\d,])(\\d{1,3}(?: \\d{3})*) (?:€|euros)");
    private static final Pattern SHARE = Pattern.compile("(\\d+(?:,\\d+)?) %");
    private static final Pattern TIME = Pattern.compile("(?<![\\d\\p{L}-])(\\d{1,2}) (mois|jours|ans|semaines|heures)");
    private static final Pattern LONG_TIME =
            Pattern.compile("(?<![\\p{L}-])([\\p{L}-]+(?: et un)?) (mois|jours|ans|semaines|heures)(?!\\p{L})");
    private static final Pattern ARTICLE = Pattern.compile("article ([LRD])\\. (\\d)");

    private final Random random;

    OtherForms(int seed) {
        this.random = new Random(seed);
    }

    String of(String sentence) {
        String other = DATE.matcher(sentence).replaceAll(this::date);
        other = MILLIONS.matcher(other).replaceAll(this::millions);
        other = EUROS.matcher(other).replaceAll(this::euros);
        other = SHARE.matcher(other).replaceAll(this::share);
        other = TIME.matcher(other)
                .replaceAll(time -> FrenchNumber.of(Long.parseLong(time.group(1))) + " " + time.group(2));
        if (other.equals(sentence)) {
            other = LONG_TIME.matcher(other).replaceAll(OtherForms::digits);
        }
        other = ARTICLE.matcher(other).replaceAll(random.nextBoolean() ? "art. $1$2" : "article $1$2");
        return other.replace("kilomètres", "km")
                .replace("mètres carrés", "m²")
                .replace("habitants", "hab.")
                .replace("n° ", random.nextBoolean() ? "n°" : "no ")
                .replace("Mme ", "Madame ")
                .replace('’', '\'');
    }

    private String date(MatchResult date) {
        int day = Integer.parseInt(date.group(1));
        int month = Slots.MONTHS.indexOf(date.group(2)) + 1;
        String year = date.group(3);
        return switch (random.nextInt(4)) {
            case 0 -> String.format(Locale.ROOT, "%02d/%02d/%s", day, month, year);
            case 1 -> String.format(Locale.ROOT, "%s-%02d-%02d", year, month, day);
            case 2 -> String.format(Locale.ROOT, "%02d.%02d.%s", day, month, year);
            default -> FrenchNumber.of(day) + " " + date.group(2) + " " + year;
        };
    }

    private String millions(MatchResult amount) {
        long tenths = Long.parseLong(amount.group(1)) * 10 + Long.parseLong(amount.group(2));
        return switch (random.nextInt(3)) {
            case 0 -> Slots.grouped(tenths * 100_000) + " euros";
            case 1 -> FrenchNumber.of(tenths * 100_000) + (tenths % 10 == 0 ? " d'euros" : " euros");
            default -> amount.group(1) + "," + amount.group(2) + " millions d'euros";
        };
    }

    private String euros(MatchResult amount) {
        long euros = Long.parseLong(amount.group(1).replace(" ", ""));
        return switch (random.nextInt(3)) {
            case 0 -> FrenchNumber.of(euros) + " euros";
            case 1 ->
                euros % 100 == 0
                        ? (euros / 1_000) + (euros % 1_000 == 0 ? "" : "," + euros % 1_000 / 100) + " k€"
                        : euros + " €";
            default -> euros + "\u00a0€";
        };
    }

    private String share(MatchResult share) {
        return share.group(1).contains(",") || random.nextBoolean()
                ? share.group(1) + " pour cent"
                : FrenchNumber.of(Long.parseLong(share.group(1))) + " pour cent";
    }

    private static String digits(MatchResult time) {
        for (int number = 2; number < 100; number++) {
            if (FrenchNumber.of(number).equals(time.group(1))) {
                return number + " " + time.group(2);
            }
        }
        return time.group();
    }
}
