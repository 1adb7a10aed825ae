package fr.isere.iris.verification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Something precise in one spelling: "14,2 M€" and "quatorze millions deux cent mille euros" are alike.
 *
 * @param unit {@link #NONE} for a bare number, {@link #DATE}, {@link #REFERENCE}, {@code €}, {@code %}, or a unit of time
 * @param amount a plain decimal; of a date year, month and day, {@code ?} for what it does not say
 * @param scale of "14,2 M€": 6, since it may be rounded to its last figure; 0 for what is written in full
 * @param decimals of "14,2 M€": 1
 */
record Value(Finding.Kind kind, String unit, String amount, int scale, int decimals) {

    static final String NONE = "";
    static final String DATE = "date";
    static final String REFERENCE = "ref";

    /** Figures between two spaces of a number. */
    private static final int GROUP = 3;

    private static final int LONGEST_NUMBER = 30;

    static Value number(Finding.Kind kind, String unit, BigDecimal number) {
        return new Value(kind, unit, plain(number), 0, 0);
    }

    static Value date(String amount) {
        return new Value(Finding.Kind.DATE, DATE, amount, 0, 0);
    }

    static Value reference(String amount) {
        return new Value(Finding.Kind.REFERENCE, REFERENCE, amount, 0, 0);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The same key for the same value; "L. 311-1" and "311-1" share one. */
    String key() {
        return unit + ':' + (unit.equals(REFERENCE) ? letterless(amount) : amount);
    }

    /** The part of it that a sentence may have kept which was cut: of a date its day and month. */
    @Nullable
    String partialKey() {
        return isDate() && amount.charAt(0) != '?' && amount.charAt(8) != '?'
                ? unit + ":????" + amount.substring(4)
                : null;
    }

    /** Whether two numbers one after the other are this one, where a row of figures was read as one figure: "1 250 300 400". */
    boolean isJoined(Value first, Value second) {
        return second.amount.length() % GROUP == 0
                && amount.length() == first.amount.length() + second.amount.length()
                && isWhole()
                && first.isWhole()
                && second.isWhole()
                && amount.equals(first.amount + second.amount);
    }

    private boolean isWhole() {
        return isNumber() && scale == 0 && amount.indexOf('.') < 0;
    }

    boolean isYear() {
        return unit.equals(DATE) && amount.endsWith("-??-??");
    }

    /** Whether the two could stand at the same place of the same sentence. */
    boolean isComparableTo(Value other) {
        boolean years = (isYear() && other.unit.equals(NONE)) || (other.isYear() && unit.equals(NONE));
        boolean day = isDay() && other.isDate();
        boolean times = kind == Finding.Kind.DURATION && other.kind == Finding.Kind.DURATION;
        boolean numbers = isNumber() && other.isNumber() && (unit.isEmpty() || other.unit.isEmpty());
        return years || day || times || numbers || unit.equals(other.unit);
    }

    /** Whether a source that says {@code other} says this. */
    boolean isSaidBy(Value other) {
        if (!isComparableTo(other)) {
            return false;
        }
        if (isDay() && other.isDate() && !other.isYear()) {
            return Integer.parseInt(amount) == other.day();
        }
        if (!unit.equals(other.unit) && !unit.isEmpty() && !other.unit.isEmpty()) {
            return false;
        }
        if (unit.equals(DATE) && other.unit.equals(DATE)) {
            return sameDate(other.amount);
        }
        if (unit.equals(REFERENCE)) {
            return sameReference(amount, other.amount);
        }
        return digits().equals(other.digits()) || (scale > 0 && isRoundedFrom(other));
    }

    /** Whether it is a part of a longer reference: "15" of "112-15", whose cell is so narrow that it breaks. */
    boolean isPartOf(Value other) {
        boolean bare = unit.equals(NONE) || unit.equals(REFERENCE);
        return bare
                && other.unit.equals(REFERENCE)
                && ("-" + letterless(other.amount) + "-").contains("-" + letterless(amount) + "-");
    }

    private boolean isDate() {
        return unit.equals(DATE);
    }

    /** A sentence may be cut after "le 26". */
    private boolean isDay() {
        return unit.equals(NONE) && amount.length() <= 2 && amount.indexOf('.') < 0;
    }

    private int day() {
        return amount.charAt(8) == '?' ? 0 : Integer.parseInt(amount.substring(8));
    }

    private boolean isNumber() {
        return !unit.equals(DATE) && !unit.equals(REFERENCE);
    }

    private String digits() {
        return isYear() ? amount.substring(0, 4) : amount;
    }

    /** What one of the two leaves out is no difference. */
    private boolean sameDate(String other) {
        for (int i = 0; i < amount.length(); i++) {
            char mine = amount.charAt(i);
            char its = other.charAt(i);
            if (mine != its && mine != '?' && its != '?') {
                return false;
            }
        }
        return sharesPart(other, 0, 4) || sharesPart(other, 5, 7);
    }

    private boolean sharesPart(String other, int from, int to) {
        return amount.charAt(from) != '?' && amount.regionMatches(from, other, from, to - from);
    }

    /** Answers drop the letter of an article. */
    private static boolean sameReference(String one, String other) {
        String letter = letter(one);
        String itsLetter = letter(other);
        return letterless(one).equals(letterless(other))
                && (letter.isEmpty() || itsLetter.isEmpty() || letter.equals(itsLetter));
    }

    private static String letter(String reference) {
        int end = 0;
        while (end < reference.length() && end < 2 && Character.isLetter(reference.charAt(end))) {
            end++;
        }
        return end < reference.length() && Character.isDigit(reference.charAt(end)) ? reference.substring(0, end) : "";
    }

    private static String letterless(String reference) {
        return reference.substring(letter(reference).length());
    }

    private boolean isRoundedFrom(Value other) {
        if (other.amount.length() > LONGEST_NUMBER || !other.isNumber()) {
            return false;
        }
        BigDecimal exact = new BigDecimal(other.amount).movePointLeft(scale);
        BigDecimal mine = new BigDecimal(amount).movePointLeft(scale);
        return exact.signum() != 0
                && exact.setScale(decimals, RoundingMode.HALF_UP).compareTo(mine) == 0;
    }
}
