package fr.isere.iris.summaries;

/** Somebody stopped the composition, or what it is written in, or from, is gone. */
class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    Stopped() {
        super("stopped", null, false, false);
    }
}
