package fr.isere.iris.problems;

import jakarta.servlet.ServletException;

/** Makes the server break off an answer that has begun: nothing can be told in it any more, and what happened is logged already. */
final class BrokenOff extends ServletException {

    BrokenOff() {
        super("the answer had begun");
    }
}
