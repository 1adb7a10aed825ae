package fr.isere.iris.bias;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with its people exchanged along one axis.
 *
 * @param text the variant; the text itself where nothing is exchanged
 * @param changes by their place; none where nothing is exchanged
 * @param obstacle why nothing is; null where something is
 */
record Exchange(String text, List<Change> changes, @Nullable Obstacle obstacle) {

    Exchange {
        changes = List.copyOf(changes);
    }

    static Exchange none(String text, Obstacle obstacle) {
        return new Exchange(text, List.of(), obstacle);
    }

    boolean isMade() {
        return !changes.isEmpty();
    }
}
