package fr.isere.iris.models;

import java.util.function.UnaryOperator;

/** Where the {@link Floor} of a pool stands, for all instances. */
interface Board {

    /**
     * Changes it; called again on what stands then, if another instance came between. What changes nothing is not written.
     *
     * @return what stands now
     * @throws RuntimeException if it cannot be read or written
     */
    Floor change(UnaryOperator<Floor> change);

    /** Wakes the other instances, if it can. */
    void wakeOthers();
}
