package fr.isere.iris.verification;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A number with what it counts: money, shares, time, or anything. */
record Quantities(Numbers numbers) {

    /** @param next the piece after it */
    record Read(Value value, int next, boolean claim, boolean weak) {}

    private static final Set<String> OF = Set.of("d", "de");
    private static final String HOUR = "heure";
    private static final int HOURS = 24;

    /** Years as four figures: 1500 to 2199. */
    private static final int FIRST_YEAR = 1500;

    private static final int LAST_YEAR = 2199;

    @Nullable
    Read read(int i) {
        Numbers.Read number = numbers.read(i);
        if (number == null) {
            return null;
        }
        int next = number.next();
        Read share = share(number, next);
        if (share != null) {
            return share;
        }
        int currency = number.scale() > 0 && numbers.isWord(next, OF) ? next + 1 : next;
        if (numbers.isCurrency(currency)) {
            boolean foreign = numbers.isSign(currency, '$') || numbers.isSign(currency, '£');
            return of(number, Finding.Kind.AMOUNT, foreign ? "$" : "€", currency + 1);
        }
        Read time = time(number, next);
        return time != null ? time : bare(i, number, next);
    }

    private @Nullable Read share(Numbers.Read number, int next) {
        if (numbers.isSign(next, '%') || numbers.isWord(next, Set.of("pourcent", "percent"))) {
            return of(number, Finding.Kind.PERCENTAGE, "%", next + 1);
        }
        if (numbers.isSign(next, '‰')) {
            return of(number, Finding.Kind.PERCENTAGE, "‰", next + 1);
        }
        if (!numbers.isWord(next, Set.of("pour", "per"))) {
            return null;
        }
        if (numbers.isWord(next + 1, Set.of("cent"))) {
            return of(number, Finding.Kind.PERCENTAGE, "%", next + 2);
        }
        return numbers.isWord(next + 1, Set.of("mille")) ? of(number, Finding.Kind.PERCENTAGE, "‰", next + 2) : null;
    }

    private @Nullable Read time(Numbers.Read number, int next) {
        Lexeme unit = numbers.at(next);
        if (unit == null || !unit.is(Lexeme.Type.WORD)) {
            return null;
        }
        boolean hour = unit.isWord("h") || unit.isWord(HOUR) || unit.isWord("heures");
        if (hour && number.isBetween(0, HOURS)) {
            Lexeme minutes = numbers.at(next + 1);
            if (minutes != null
                    && minutes.is(Lexeme.Type.NUMBER)
                    && minutes.text().length() == 2) {
                Value value =
                        new Value(Finding.Kind.DATE, HOUR, number.value().toPlainString() + ":" + minutes.text(), 0, 0);
                return new Read(value, next + 2, true, false);
            }
            return of(number, unit.isWord("h") ? Finding.Kind.DATE : Finding.Kind.DURATION, HOUR, next + 1);
        }
        String name = unit.isWord("h") ? HOUR : Vocabulary.TIMES.get(unit.text());
        return name == null ? null : of(number, Finding.Kind.DURATION, name, next + 1);
    }

    private Read bare(int i, Numbers.Read number, int next) {
        Lexeme first = numbers.pieces().get(i);
        Lexeme after = numbers.at(next);
        boolean one = next == i + 1;
        if (one && first.is(Lexeme.Type.NUMBER) && first.end() - first.start() == 4 && isYear(number)) {
            return new Read(Value.date(first.text() + "-??-??"), next, !isGlued(after), false);
        }
        if (numbers.isWord(next, Vocabulary.MEASURES)) {
            return of(number, Finding.Kind.FIGURE, Value.NONE, next + 1);
        }
        Value value = value(number, Finding.Kind.FIGURE, Value.NONE);
        return new Read(value, next, !isGlued(after), number.inLetters() && one);
    }

    private static boolean isYear(Numbers.Read number) {
        return number.isBetween(FIRST_YEAR, LAST_YEAR);
    }

    private static boolean isGlued(@Nullable Lexeme after) {
        return after != null && after.glued() && after.is(Lexeme.Type.WORD);
    }

    private static Read of(Numbers.Read number, Finding.Kind kind, String unit, int next) {
        return new Read(value(number, kind, unit), next, true, false);
    }

    private static Value value(Numbers.Read number, Finding.Kind kind, String unit) {
        return new Value(kind, unit, Value.plain(number.value()), number.scale(), number.decimals());
    }
}
