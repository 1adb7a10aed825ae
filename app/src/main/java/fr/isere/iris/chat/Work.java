package fr.isere.iris.chat;

import fr.isere.iris.models.Generation;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one answer comes to be written, whoever writes it.
 *
 * @param origin what is known of it before it begins
 * @param begin has it written
 * @param citations where the marks of the final text lead
 */
record Work(
        Message.Origin origin,
        Function<CompositionListener, Generation> begin,
        Function<String, List<Citation>> citations) {

    static Work of(Composition composition) {
        return new Work(
                new Message.Origin(
                        composition.writer(), composition.method(), 0, composition.consulted(), composition.order()),
                composition::begin,
                composition::citations);
    }

    @Nullable
    String order() {
        return origin.order();
    }
}
