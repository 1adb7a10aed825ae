package fr.isere.iris.feedback;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The opinions of one month about one task and model. While two changes pass each other a number may be below zero: their sum is right.
 *
 * @param people how many different people gave them
 * @param reasons of those that were not useful, where one was given
 */
record Row(String task, String model, int people, int useful, int notUseful, Map<Reason, Integer> reasons) {

    Row {
        reasons = Map.copyOf(reasons);
    }

    static Row none(Cell cell) {
        return new Row(cell.task(), cell.model(), 0, 0, 0, Map.of());
    }

    boolean isOf(Cell cell) {
        return task.equals(cell.task()) && model.equals(cell.model());
    }

    boolean isEmpty() {
        return people == 0 && useful == 0 && notUseful == 0 && reasons.isEmpty();
    }

    /** After an opinion took the place of another, of nothing, or was taken back. */
    Row changed(@Nullable Vote before, @Nullable Vote after, int morePeople) {
        Row without = before == null ? this : plus(before, -1);
        Row with = after == null ? without : without.plus(after, 1);
        return new Row(task, model, people + morePeople, with.useful, with.notUseful, with.reasons);
    }

    private Row plus(Vote vote, int count) {
        Map<Reason, Integer> counted = new EnumMap<>(Reason.class);
        counted.putAll(reasons);
        if (vote.reason() != null) {
            counted.merge(vote.reason(), count, Integer::sum);
            counted.values().removeIf(number -> number == 0);
        }
        int more = vote.useful() ? count : 0;
        return new Row(task, model, people, useful + more, notUseful + count - more, counted);
    }
}
