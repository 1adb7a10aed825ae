package fr.isere.iris.summaries;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * How much of the model all summaries of this instance take together: they wait here, in the order they came, so that one of the model's
 * slots at least stays for conversations.
 */
@Component
class Lane {

    private final Deque<Call> waiting = new ArrayDeque<>();
    private final Set<Call> inside = new HashSet<>();
    private int width = 1;

    /**
     * Lets a call in, now or later.
     *
     * @param slots how many answers the model gives at once
     */
    void enter(Call call, int slots) {
        synchronized (this) {
            width = Math.max(1, slots - 1);
            waiting.addLast(call);
        }
        admit();
    }

    /** It has ended, or does not want in any more; harmless when said twice. */
    void leave(Call call) {
        synchronized (this) {
            waiting.remove(call);
            inside.remove(call);
        }
        admit();
    }

    private void admit() {
        List<Call> entering = new ArrayList<>();
        List<Call> staying;
        synchronized (this) {
            while (inside.size() < width && !waiting.isEmpty()) {
                Call next = waiting.removeFirst();
                inside.add(next);
                entering.add(next);
            }
            staying = List.copyOf(waiting);
        }
        // Outside of the lock: what is told may come back here.
        int position = 1;
        for (Call call : staying) {
            call.queued(position++);
        }
        entering.forEach(Call::enters);
    }
}
