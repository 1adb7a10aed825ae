package fr.isere.iris.problems;

import org.springframework.dao.DataAccessException;

/** Tells the failures of the storage apart. The capability that knows the storage implements it. */
@FunctionalInterface
public interface StorageFailures {

    /** Whether the storage answers, and refused to write because it is full. */
    boolean isFull(DataAccessException failure);
}
