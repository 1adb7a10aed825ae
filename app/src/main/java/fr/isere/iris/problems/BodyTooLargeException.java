package fr.isere.iris.problems;

import java.io.IOException;

/** The body of a request went over the limit while it was read. */
final class BodyTooLargeException extends IOException {

    BodyTooLargeException() {
        super("request body over the limit");
    }
}
