package fr.isere.iris.retention;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the key ring is kept, outside Redis: a file, a key store. Instances of one installation share it, so that each change is made
 * by one at a time, and stands whole or not at all.
 *
 * <p>All methods throw {@link RingUnusable} with one line that names the setting.
 */
interface RingStore {

    /** The ring; empty if there is none yet. */
    Optional<RingKeys> read();

    /**
     * Changes the ring, while no other instance can. A change that gives its argument back writes nothing.
     *
     * @param change of what stands; of {@link RingKeys#NONE} where none is yet
     * @return what stands now
     */
    RingKeys change(UnaryOperator<RingKeys> change);

    /** Equal to the one before only if nobody, here or elsewhere, changed the ring between: spares reading it. */
    Object stamp();
}
