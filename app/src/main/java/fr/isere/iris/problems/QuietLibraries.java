package fr.isere.iris.problems;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Whatever level is set, only IRIS's own classes log below INFO: at DEBUG and TRACE libraries quote requests, replies and commands, and
 * with them what people wrote.
 */
class QuietLibraries implements ApplicationListener<ApplicationContextInitializedEvent> {

    private static final String OURS = "fr.isere.iris";

    /** Boot has set logging up by then, and nobody has been served. */
    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging
                && logging.getTurboFilterList().stream().noneMatch(Filter.class::isInstance)) {
            logging.addTurboFilter(new Filter());
        }
    }

    private static final class Filter extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable failure) {
            boolean detail = !level.isGreaterOrEqual(Level.INFO);
            return detail && !logger.getName().startsWith(OURS) ? FilterReply.DENY : FilterReply.NEUTRAL;
        }
    }
}
