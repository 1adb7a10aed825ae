package fr.isere.iris.models;

/** Whether a model can answer now. */
public enum ModelState {
    /** The engine answers and has the model. */
    READY,
    /** The engine is loading the model. */
    LOADING,
    /** The engine answers but does not have the model. */
    MISSING,
    /** The engine does not answer. */
    DOWN
}
