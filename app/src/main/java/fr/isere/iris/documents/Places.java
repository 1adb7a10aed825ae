package fr.isere.iris.documents;

import fr.isere.iris.problems.ProblemException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** How many places each person holds at this instance now: one who would take a hundred leaves room for the others. */
final class Places {

    private final int most;
    private final Supplier<ProblemException> none;
    private final Map<String, Integer> held = new ConcurrentHashMap<>();

    /**
     * With nobody in them.
     *
     * @param most that one person may hold
     * @param none tells who holds as many that there is no other
     */
    Places(int most, Supplier<ProblemException> none) {
        this.most = most;
        this.none = none;
    }

    /** What one person holds, until it is closed. */
    interface Place {

        /** It is free for another; once is enough. */
        void close();
    }

    /**
     * Takes one more.
     *
     * @param person whose
     * @throws ProblemException if there is none left for this person
     */
    Place take(String person) {
        held.merge(person, 1, (before, one) -> {
            requireBelow(before);
            return before + one;
        });
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            if (closed.compareAndSet(false, true)) {
                held.computeIfPresent(person, (name, count) -> count == 1 ? null : count - 1);
            }
        };
    }

    /**
     * Whether there is one, before much is done for it.
     *
     * @throws ProblemException if there is none left for this person
     */
    void require(String person) {
        requireBelow(held.getOrDefault(person, 0));
    }

    private void requireBelow(int count) {
        if (count >= most) {
            throw none.get();
        }
    }
}
