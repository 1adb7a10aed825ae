package fr.isere.iris.reminders;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A quantity in another unit. */
final class Conversions {

    private final Units units;

    Conversions(Units units) {
        this.units = units;
    }

    Optional<Reminder.Result> result(Asked asked) {
        List<Lexeme> all = asked.lexemes();
        if (asked.amounts(false).size() != 1 || !asked.amounts(true).isEmpty()) {
            return Optional.empty();
        }
        Lexeme.Amount amount = asked.amounts(false).get(0);
        int place = all.indexOf(amount) + 1;
        if (place >= all.size()) {
            return Optional.empty();
        }
        return units.named(all.get(place))
                .flatMap(from -> IntStream.range(0, all.size())
                        .filter(at -> at != place && isWanted(asked, at))
                        .mapToObj(at -> units.named(all.get(at)))
                        .flatMap(Optional::stream)
                        .filter(to -> to.of().equals(from.of()) && !to.equals(from))
                        .findFirst()
                        .map(to -> converted(amount.value(), from, to)));
    }

    /** "en km", "combien de km font". */
    private static boolean isWanted(Asked asked, int at) {
        return asked.hasWordAt(at - 1, "en") || (asked.hasWordAt(at - 2, "combien") && asked.hasWordAt(at - 1, "de"));
    }

    private static Reminder.Result converted(BigDecimal value, RulesText.UnitText from, RulesText.UnitText to) {
        BigDecimal result = value.multiply(from.factor()).divide(to.factor(), MathContext.DECIMAL128);
        return new Reminder.Result(
                Asked.number(value) + "\u00a0" + from.names().get(0),
                Asked.number(result) + "\u00a0" + to.names().get(0));
    }
}
