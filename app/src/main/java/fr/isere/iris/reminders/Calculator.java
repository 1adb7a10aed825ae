package fr.isere.iris.reminders;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Computes what a short request asks to compute, where it can be read in one way only: a wrong result would be worse than none. Decimals,
 * never binary fractions.
 */
final class Calculator {

    private static final int LONGEST = 300;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<String> FILLERS = List.of(
            "combien",
            "font",
            "fait",
            "faire",
            "ca",
            "calcule",
            "calculer",
            "calculez",
            "calcul",
            "moi",
            "quel",
            "est",
            "le",
            "resultat",
            "de",
            "svp",
            "stp",
            "egal",
            "egale",
            "bonjour",
            "peux",
            "tu",
            "merci",
            "et",
            "au");

    private final Conversions conversions;

    Calculator(Units units) {
        this.conversions = new Conversions(units);
    }

    Optional<Reminder.Result> resultOf(String request) {
        if (request.length() > LONGEST || request.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return Lexemes.in(request)
                .map(Asked::new)
                .filter(Asked::isCalculation)
                .filter(Asked::isQuestion)
                .flatMap(this::result);
    }

    private Optional<Reminder.Result> result(Asked asked) {
        Stream<Function<Asked, Optional<Reminder.Result>>> ways = Stream.of(
                Calendar::result, conversions::result, Percentages::result, Calculator::list, Calculator::expression);
        return ways.map(way -> way.apply(asked)).flatMap(Optional::stream).findFirst();
    }

    /** The sum or the mean of numbers that stand in a row. */
    private static Optional<Reminder.Result> list(Asked asked) {
        List<Lexeme.Amount> amounts = asked.amounts(false);
        boolean mean = asked.has("moyenne");
        boolean wanted = mean || asked.has("somme", "total", "addition", "ajout", "cumul");
        if (!wanted || amounts.size() < 2 || !asked.amounts(true).isEmpty() || !standInARow(asked)) {
            return Optional.empty();
        }
        BigDecimal sum = amounts.stream().map(Lexeme.Amount::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        String written = amounts.stream().map(one -> Asked.number(one.value())).collect(Collectors.joining(" + "));
        BigDecimal count = BigDecimal.valueOf(amounts.size());
        return Optional.of(
                mean
                        ? new Reminder.Result(
                                "(" + written + ") ÷ " + count,
                                asked.written(sum.divide(count, MathContext.DECIMAL128)))
                        : new Reminder.Result(written, asked.written(sum)));
    }

    private static boolean standInARow(Asked asked) {
        List<Lexeme> all = asked.lexemes();
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            if (all.get(at) instanceof Lexeme.Amount) {
                places.add(at);
            }
        }
        return all.subList(places.get(0), places.get(places.size() - 1)).stream()
                .allMatch(one -> one instanceof Lexeme.Amount
                        || Asked.isEuro(one)
                        || one.equals(new Lexeme.Sign('+'))
                        || one.equals(new Lexeme.Word("et"))
                        || one.equals(new Lexeme.Word("plus")));
    }

    /** What is made of numbers and operations, and of nothing else that says something. */
    private static Optional<Reminder.Result> expression(Asked asked) {
        List<Lexeme> bare = operations(asked);
        long signs = bare.stream().filter(Lexeme.Sign.class::isInstance).count();
        boolean doubtful =
                bare.size() == 3 && (bare.contains(new Lexeme.Sign('-')) || bare.contains(new Lexeme.Sign('/')));
        boolean said = asked.has("combien", "calcul", "font", "fait", "divis", "moins")
                || asked.lexemes().contains(new Lexeme.Sign('='));
        // "2024-2025" and "10/12" are no sums by themselves.
        if (signs == 0 || asked.amounts(false).size() < 2 || (doubtful && !said)) {
            return Optional.empty();
        }
        return Expression.value(bare)
                .map(value -> new Reminder.Result(
                        bare.stream().map(Calculator::written).collect(Collectors.joining(" ")), asked.written(value)));
    }

    private static List<Lexeme> operations(Asked asked) {
        List<Lexeme> bare = new ArrayList<>();
        for (Lexeme lexeme : asked.lexemes()) {
            if (!(lexeme instanceof Lexeme.Word word)) {
                if (!lexeme.equals(new Lexeme.Sign('='))) {
                    bare.add(lexeme);
                }
                continue;
            }
            switch (word.form()) {
                case "plus" -> bare.add(new Lexeme.Sign('+'));
                case "moins" -> bare.add(new Lexeme.Sign('-'));
                case "fois", "x", "multiplie", "multiplies" -> bare.add(new Lexeme.Sign('*'));
                case "divise", "divises" -> bare.add(new Lexeme.Sign('/'));
                case "par" -> {}
                default -> {
                    if (!FILLERS.contains(word.form()) && !Asked.isEuro(word)) {
                        bare.add(word);
                    }
                }
            }
        }
        return bare;
    }

    private static String written(Lexeme lexeme) {
        if (lexeme instanceof Lexeme.Amount amount) {
            return Asked.number(amount.value());
        }
        return switch (((Lexeme.Sign) lexeme).sign()) {
            case '*' -> "×";
            case '/' -> "÷";
            case '-' -> "−";
            default -> String.valueOf(((Lexeme.Sign) lexeme).sign());
        };
    }

    static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL128);
    }

    static BigDecimal percentOf(BigDecimal percent, BigDecimal value) {
        return value.multiply(percent).divide(HUNDRED, MathContext.DECIMAL128);
    }
}
