package fr.isere.iris.reminders;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A share of a number, a number more or less some percent, a change in percent. */
final class Percentages {

    private Percentages() {}

    static Optional<Reminder.Result> result(Asked asked) {
        List<Lexeme.Amount> percents = asked.amounts(true);
        List<Lexeme.Amount> plain = asked.amounts(false);
        if (percents.size() == 1 && plain.size() == 1) {
            return applied(asked, percents.get(0), plain.get(0));
        }
        return percents.isEmpty() && plain.size() == 2
                ? related(asked, plain.get(0).value(), plain.get(1).value())
                : Optional.empty();
    }

    private static Optional<Reminder.Result> applied(Asked asked, Lexeme.Amount percent, Lexeme.Amount of) {
        BigDecimal part = Calculator.percentOf(percent.value(), of.value());
        String rate = Asked.percentage(percent.value());
        String base = asked.written(of.value());
        if (asked.has("augment", "major", "hauss", "ajout") || (asked.has("ttc") && asked.has("ht"))) {
            return Optional.of(new Reminder.Result(
                    base + " + " + rate, asked.written(of.value().add(part))));
        }
        if (asked.has("baiss", "dimin", "redui", "remis", "rabais", "retir", "enlev")) {
            return Optional.of(new Reminder.Result(
                    base + " − " + rate, asked.written(of.value().subtract(part))));
        }
        boolean shareFirst = asked.lexemes().indexOf(percent) < asked.lexemes().indexOf(of);
        return shareFirst && !asked.has("ttc", "tous")
                ? Optional.of(new Reminder.Result(rate + " × " + base, asked.written(part)))
                : Optional.empty();
    }

    private static Optional<Reminder.Result> related(Asked asked, BigDecimal first, BigDecimal second) {
        int place = asked.lexemes().lastIndexOf(new Lexeme.Amount(second, false));
        boolean inPercent = asked.has("pourcent", "%", "part", "proportion");
        if (inPercent && asked.hasWordAt(place - 1, "sur") && second.signum() > 0) {
            return Optional.of(new Reminder.Result(
                    Asked.number(first) + " ÷ " + Asked.number(second),
                    Asked.percentage(Calculator.share(first, second))));
        }
        boolean change =
                inPercent && asked.has("passe", "hauss", "bais", "evolu", "augment", "vari", "progress", "diminu");
        if (change && asked.hasWordAt(place - 1, "a") && first.signum() > 0) {
            BigDecimal percent = Calculator.share(second.subtract(first), first);
            return Optional.of(new Reminder.Result(
                    "(" + Asked.number(second) + " − " + Asked.number(first) + ") ÷ " + Asked.number(first),
                    (percent.signum() > 0 ? "+" : "") + Asked.percentage(percent)));
        }
        return Optional.empty();
    }
}
