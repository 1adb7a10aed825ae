package fr.isere.iris.problems;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells a refused start in one line, in place of Boot's block and stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartRefusedReporter implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger("fr.isere.iris");

    @Override
    public boolean reportException(Throwable failure) {
        StartRefused refused = find(failure);
        if (refused == null) {
            return false;
        }
        log.error("IRIS does not start: {}", refused.getMessage());
        return true;
    }

    private static @Nullable StartRefused find(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused;
            }
        }
        return null;
    }
}
