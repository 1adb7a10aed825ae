package fr.isere.iris.models;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A board in memory, which several instances may share, and which may be away. */
class LocalBoard implements Board {

    private final List<Runnable> instances = new ArrayList<>();
    private Floor floor = Floor.EMPTY;
    private boolean away;

    @Override
    public synchronized Floor change(UnaryOperator<Floor> change) {
        if (away) {
            throw new IllegalStateException("away");
        }
        floor = change.apply(floor);
        return floor;
    }

    synchronized Floor floor() {
        return floor;
    }

    synchronized void isAway(boolean now) {
        away = now;
    }

    /** Called when somebody wakes the others. */
    synchronized void wakes(Runnable instance) {
        instances.add(instance);
    }

    @Override
    public void wakeOthers() {
        List<Runnable> all;
        synchronized (this) {
            all = List.copyOf(instances);
        }
        all.forEach(Runnable::run);
    }
}
