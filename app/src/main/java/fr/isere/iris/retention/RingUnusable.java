package fr.isere.iris.retention;

import fr.isere.iris.problems.ProblemException;
import org.springframework.http.HttpStatus;

/** The key ring cannot be used. Nothing was touched: neither the ring nor what is stored. */
class RingUnusable extends ProblemException {

    private final String line;

    /** @param line for ops: the setting, what is wrong, what to do */
    RingUnusable(String line) {
        super("keys-unavailable", HttpStatus.SERVICE_UNAVAILABLE);
        this.line = line;
    }

    /** One line for ops; it names the setting. */
    String line() {
        return line;
    }
}
