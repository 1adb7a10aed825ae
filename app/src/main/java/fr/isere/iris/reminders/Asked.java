package fr.isere.iris.reminders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** A request as numbers, days, signs and words, and how results are written. */
record Asked(List<Lexeme> lexemes) {

    private static final int MOST_WORDS = 24;
    private static final List<String> EUROS = List.of("€", "euro", "euros", "eur");

    /** Words that ask for a result; without one of them only short requests do. */
    private static final List<String> CUES = List.of(
            "combien", "calcul", "font", "fait", "egal", "montant", "quel", "total", "divis", "multipli", "convert");

    /** Who writes, sums up or translates a text with figures asks for no sum. */
    private static final List<String> WRITING = List.of(
            "redig",
            "ecri",
            "resum",
            "reformul",
            "corrig",
            "tradui",
            "prepar",
            "propos",
            "expliqu",
            "simplif",
            "courrier",
            "mail");

    boolean isCalculation() {
        return words().size() <= MOST_WORDS && !has(WRITING);
    }

    boolean isQuestion() {
        return words().size() <= 5 || has(CUES) || lexemes.contains(new Lexeme.Sign('='));
    }

    List<String> words() {
        return lexemes.stream()
                .filter(Lexeme.Word.class::isInstance)
                .map(word -> ((Lexeme.Word) word).form())
                .toList();
    }

    List<Lexeme.Amount> amounts(boolean percent) {
        return lexemes.stream()
                .filter(Lexeme.Amount.class::isInstance)
                .map(Lexeme.Amount.class::cast)
                .filter(amount -> amount.percent() == percent)
                .toList();
    }

    List<Lexeme.Day> days() {
        return lexemes.stream()
                .filter(Lexeme.Day.class::isInstance)
                .map(Lexeme.Day.class::cast)
                .toList();
    }

    /** Whether one of its words begins with one of these. */
    boolean has(List<String> beginnings) {
        return words().stream().anyMatch(word -> beginnings.stream().anyMatch(word::startsWith));
    }

    boolean has(String... beginnings) {
        return has(List.of(beginnings));
    }

    boolean inEuros() {
        return words().stream().anyMatch(EUROS::contains);
    }

    static boolean isEuro(Lexeme lexeme) {
        return lexeme instanceof Lexeme.Word word && EUROS.contains(word.form());
    }

    boolean hasWordAt(int index, String word) {
        return index >= 0 && index < lexemes.size() && lexemes.get(index).equals(new Lexeme.Word(word));
    }

    /** As the French write it, money with cents where there are any. */
    String written(BigDecimal value) {
        boolean cents = inEuros() && value.stripTrailingZeros().scale() > 0;
        return number(value, cents) + (inEuros() ? "\u00a0€" : "");
    }

    static String number(BigDecimal value) {
        return number(value, false);
    }

    static String percentage(BigDecimal value) {
        return number(value) + "\u00a0%";
    }

    private static String number(BigDecimal value, boolean cents) {
        DecimalFormat format =
                new DecimalFormat(cents ? "#,##0.00" : "#,##0.####", DecimalFormatSymbols.getInstance(Locale.FRANCE));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
