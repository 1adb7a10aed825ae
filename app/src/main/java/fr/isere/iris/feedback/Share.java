package fr.isere.iris.feedback;

import java.util.HashMap;
import java.util.Map;

/** How often one person counts in which cell, by the cell's name: so that a line knows how many people it has without knowing whom. */
record Share(Map<String, Integer> cells) {

    static final Share NONE = new Share(Map.of());

    Share {
        cells = Map.copyOf(cells);
    }

    /** With so many opinions more in a cell, or fewer; never below none. */
    Share with(Cell cell, int more) {
        Map<String, Integer> after = new HashMap<>(cells);
        after.merge(cell.name(), more, Integer::sum);
        after.values().removeIf(count -> count <= 0);
        return new Share(after);
    }

    boolean has(Cell cell) {
        return cells.containsKey(cell.name());
    }
}
