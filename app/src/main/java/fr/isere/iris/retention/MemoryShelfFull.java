package fr.isere.iris.retention;

import org.springframework.dao.NonTransientDataAccessResourceException;

/** The memory of this instance has no room for another ephemeral conversation or answer. Nothing was touched. */
class MemoryShelfFull extends NonTransientDataAccessResourceException {

    private static final long serialVersionUID = 1;

    MemoryShelfFull() {
        super("iris.retention.ephemeral.memory: full");
    }
}
