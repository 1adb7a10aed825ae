package fr.isere.iris.chat;

import fr.isere.iris.models.Generation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one answer comes to be written, whoever writes it.
 *
 * @param origin what is known of it before it begins
 * @param begin has it written
 * @param backing what stands behind the final text
 */
record Work(Message.Origin origin, Function<CompositionListener, Generation> begin, Function<String, Backing> backing) {

    static Work of(Composition composition) {
        return new Work(
                new Message.Origin(
                        composition.writer(), composition.method(), 0, composition.consulted(), composition.order()),
                composition::begin,
                composition::backing);
    }

    @Nullable
    String order() {
        return origin.order();
    }
}
