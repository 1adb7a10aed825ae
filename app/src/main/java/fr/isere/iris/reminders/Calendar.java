package fr.isere.iris.reminders;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Days between two dates, a date so long after or before another, the weekday of one. Working days are left to who knows them. */
final class Calendar {

    private static final DateTimeFormatter WITH_WEEKDAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.FRANCE);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRANCE);
    private static final BigDecimal FURTHEST = BigDecimal.valueOf(100_000);

    private Calendar() {}

    static Optional<Reminder.Result> result(Asked asked) {
        List<Lexeme.Day> days = asked.days();
        if (asked.has("ouvr")) {
            return Optional.empty();
        }
        if (days.size() == 2 && asked.amounts(false).isEmpty() && asked.has("jour")) {
            return Optional.of(between(days.get(0).date(), days.get(1).date()));
        }
        if (days.size() != 1) {
            return Optional.empty();
        }
        LocalDate day = days.get(0).date();
        if (asked.amounts(false).size() == 1) {
            return moved(asked, day, asked.amounts(false).get(0));
        }
        return asked.has("tomb") || (asked.has("quel") && asked.has("jour"))
                ? Optional.of(new Reminder.Result(DATE.format(day), WITH_WEEKDAY.format(day)))
                : Optional.empty();
    }

    private static Reminder.Result between(LocalDate one, LocalDate other) {
        long days = Math.abs(ChronoUnit.DAYS.between(one, other));
        return new Reminder.Result(
                "du " + DATE.format(one) + " au " + DATE.format(other) + ", dernier jour non compté",
                Asked.number(BigDecimal.valueOf(days)) + "\u00a0" + (days > 1 ? "jours" : "jour"));
    }

    private static Optional<Reminder.Result> moved(Asked asked, LocalDate day, Lexeme.Amount amount) {
        int unit = asked.lexemes().indexOf(amount) + 1;
        Optional<ChronoUnit> of =
                unit < asked.lexemes().size() ? unit(asked.lexemes().get(unit)) : Optional.empty();
        boolean back = asked.has("avant", "moins");
        boolean whole = amount.value().stripTrailingZeros().scale() <= 0
                && amount.value().compareTo(FURTHEST) < 0;
        if (of.isEmpty() || !whole || (!back && !asked.has("apres", "plus", "ajout", "dans"))) {
            return Optional.empty();
        }
        try {
            LocalDate end =
                    day.plus(back ? -amount.value().longValue() : amount.value().longValue(), of.get());
            return Optional.of(new Reminder.Result(
                    DATE.format(day) + (back ? " − " : " + ") + Asked.number(amount.value()) + "\u00a0"
                            + ((Lexeme.Word) asked.lexemes().get(unit)).form(),
                    WITH_WEEKDAY.format(end)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ChronoUnit> unit(Lexeme lexeme) {
        if (!(lexeme instanceof Lexeme.Word word)) {
            return Optional.empty();
        }
        return switch (word.form()) {
            case "jour", "jours" -> Optional.of(ChronoUnit.DAYS);
            case "semaine", "semaines" -> Optional.of(ChronoUnit.WEEKS);
            case "mois" -> Optional.of(ChronoUnit.MONTHS);
            case "an", "ans", "annee", "annees" -> Optional.of(ChronoUnit.YEARS);
            default -> Optional.empty();
        };
    }
}
