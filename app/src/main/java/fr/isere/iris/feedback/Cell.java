package fr.isere.iris.feedback;

/**
 * Where an opinion is counted.
 *
 * @param month as in {@code 2026-11}, in Paris
 * @param task what was asked for: an id that the page has a name for
 * @param model display name of who wrote the answer
 */
record Cell(String month, String task, String model) {

    /** Tells it from the others. */
    String name() {
        return month + '|' + task + '|' + model;
    }
}
