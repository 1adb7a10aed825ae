package fr.isere.iris.feedback;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The counts of one month. */
record Month(List<Row> rows) {

    static final Month NONE = new Month(List.of());

    Month {
        rows = List.copyOf(rows);
    }

    /** After an opinion took the place of another, of nothing, or was taken back. */
    Month changed(Cell cell, @Nullable Vote before, @Nullable Vote after, int morePeople) {
        Optional<Row> counted = rows.stream().filter(row -> row.isOf(cell)).findFirst();
        Row now = counted.orElseGet(() -> Row.none(cell)).changed(before, after, morePeople);
        Stream<Row> others = rows.stream().filter(row -> !row.isOf(cell));
        return new Month(Stream.concat(others, Stream.of(now).filter(row -> !row.isEmpty()))
                .toList());
    }
}
