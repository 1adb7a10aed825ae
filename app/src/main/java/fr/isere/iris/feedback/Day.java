package fr.isere.iris.feedback;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the answers of models were rated on one day, by the hour. */
record Day(List<Hour> hours) {

    static final Day NONE = new Day(List.of());

    Day {
        hours = List.copyOf(hours);
    }

    /** One model in one hour; numbers as in {@link Row}. */
    record Hour(Instant began, String model, int votes, int notUseful) {

        boolean isOf(Vote vote) {
            return began.equals(hourOf(vote.at())) && model.equals(vote.cell().model());
        }

        Hour plus(Vote vote, int count) {
            return new Hour(began, model, votes + count, notUseful + (vote.useful() ? 0 : count));
        }
    }

    /** After an opinion took the place of another, of nothing, or was taken back. */
    Day changed(@Nullable Vote before, @Nullable Vote after) {
        Day without = before == null ? this : plus(before, -1);
        return after == null ? without : without.plus(after, 1);
    }

    private Day plus(Vote vote, int count) {
        Hour now = hours.stream()
                .filter(hour -> hour.isOf(vote))
                .findFirst()
                .orElseGet(() -> new Hour(hourOf(vote.at()), vote.cell().model(), 0, 0))
                .plus(vote, count);
        return new Day(Stream.concat(hours.stream().filter(hour -> !hour.isOf(vote)), Stream.of(now))
                .toList());
    }

    static Instant hourOf(Instant instant) {
        return instant.truncatedTo(ChronoUnit.HOURS);
    }
}
