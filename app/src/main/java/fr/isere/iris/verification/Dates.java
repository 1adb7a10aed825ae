package fr.isere.iris.verification;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Days and months, in figures and in letters, with or without their year. */
record Dates(Numbers numbers) {

    private static final Set<String> TO = Set.of("au", "et", "ou", "a");
    private static final Set<String> FIRST = Set.of("premier", "ler", "ier");
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2999;

    private record Day(int day, int next) {}

    Quantities.@Nullable Read read(int i) {
        Lexeme piece = numbers.at(i);
        if (piece == null) {
            return null;
        }
        if (piece.is(Lexeme.Type.DATE)) {
            return date(piece.text(), i + 1);
        }
        Quantities.Read month = piece.is(Lexeme.Type.WORD) ? month(i, piece) : null;
        return month != null ? month : day(i, true);
    }

    private Quantities.@Nullable Read day(int i, boolean mayBeRange) {
        Day day = day(i);
        if (day == null) {
            return null;
        }
        int at = day.next();
        Integer month = monthAt(at);
        if (month != null) {
            boolean shortened = numbers.isSign(at + 1, '.') && year(at + 2) != null;
            return withYear(month, day.day(), shortened ? at + 2 : at + 1);
        }
        boolean range = mayBeRange && (numbers.isWord(at, TO) || numbers.isSign(at, '-'));
        Quantities.Read end = range ? day(at + 1, false) : null;
        if (end == null) {
            return null;
        }
        String own = String.format(Locale.ROOT, "%02d", day.day());
        return date(end.value().amount().substring(0, 8) + own, at);
    }

    private @Nullable Day day(int i) {
        if (numbers.isWord(i, FIRST)) {
            return new Day(1, i + 1);
        }
        Numbers.Read number = numbers.read(i);
        return number != null && number.scale() == 0 && number.isBetween(1, 31)
                ? new Day(number.value().intValue(), number.next())
                : null;
    }

    private @Nullable Integer monthAt(int i) {
        Lexeme piece = numbers.at(i);
        return piece != null && piece.is(Lexeme.Type.WORD) ? Vocabulary.MONTHS.get(piece.text()) : null;
    }

    private Quantities.Read withYear(int month, int day, int next) {
        Integer year = year(next);
        String own = String.format(Locale.ROOT, "-%02d-%02d", month, day);
        return year == null ? date("????" + own, next) : date(year + own, endOfYear(next));
    }

    /** "Mars 2025"; "March 1, 2025". */
    private Quantities.@Nullable Read month(int i, Lexeme piece) {
        Integer month = Vocabulary.MONTHS.get(piece.text());
        if (month == null) {
            return null;
        }
        Integer year = year(i + 1);
        if (year != null) {
            return date(String.format(Locale.ROOT, "%d-%02d-??", year, month), endOfYear(i + 1));
        }
        Day day = day(i + 1);
        int at = day == null ? i : numbers.isSign(day.next(), ',') ? day.next() + 1 : day.next();
        Integer after = day == null ? null : year(at);
        return day == null || after == null
                ? null
                : date(String.format(Locale.ROOT, "%d-%02d-%02d", after, month, day.day()), endOfYear(at));
    }

    private @Nullable Integer year(int i) {
        Lexeme piece = numbers.at(i);
        if (piece == null || (piece.is(Lexeme.Type.NUMBER) && piece.end() - piece.start() != 4)) {
            return null;
        }
        Numbers.Read number = numbers.read(i);
        return number != null && number.isBetween(FIRST_YEAR, LAST_YEAR)
                ? number.value().intValue()
                : null;
    }

    private int endOfYear(int i) {
        Numbers.Read number = numbers.read(i);
        return number == null ? i : number.next();
    }

    private static Quantities.Read date(String amount, int next) {
        return new Quantities.Read(Value.date(amount), next, true, false);
    }
}
