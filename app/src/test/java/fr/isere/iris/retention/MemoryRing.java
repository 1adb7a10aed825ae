package fr.isere.iris.retention;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** A ring that no file has. */
final class MemoryRing implements RingStore {

    private RingKeys keys = RingKeys.NONE;
    private long stamp;

    @Override
    public synchronized Optional<RingKeys> read() {
        return keys.isNone() ? Optional.empty() : Optional.of(keys);
    }

    @Override
    public synchronized RingKeys change(UnaryOperator<RingKeys> change) {
        RingKeys after = change.apply(keys);
        stamp += after == keys ? 0 : 1;
        keys = after;
        return after;
    }

    @Override
    public synchronized Object stamp() {
        return stamp;
    }
}
