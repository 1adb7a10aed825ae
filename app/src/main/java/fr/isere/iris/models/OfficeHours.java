package fr.isere.iris.models;

import fr.isere.iris.problems.StartRefused;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When models stay in memory, in France: from a while before the office opens, so that nobody waits for one to load, until it closes.
 * Then the engine takes them out by itself: what it is told is how long to keep them.
 */
class OfficeHours implements KeepAlive {

    /** Long enough to load a large model from a slow disk. */
    static final Duration AHEAD = Duration.ofMinutes(10);

    /** An answer just before the end is likely to be followed by another. */
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final Pattern SHAPE =
            Pattern.compile("(%1$s)-(%1$s) (\\d{2}:\\d{2})-(\\d{2}:\\d{2})".formatted(String.join("|", DAYS)));

    private final DayOfWeek first;
    private final DayOfWeek last;
    private final LocalTime opening;
    private final LocalTime closing;
    private final Clock clock;

    private OfficeHours(DayOfWeek first, DayOfWeek last, LocalTime opening, LocalTime closing, Clock clock) {
        this.first = first;
        this.last = last;
        this.opening = opening;
        this.closing = closing;
        this.clock = clock;
    }

    /**
     * Reads {@code MON-FRI 07:00-20:00}.
     *
     * @throws StartRefused if it says something else
     */
    static OfficeHours parse(String text, Clock clock) {
        Matcher said = SHAPE.matcher(text.strip());
        if (!said.matches()) {
            throw refused(text);
        }
        try {
            OfficeHours hours = new OfficeHours(
                    DayOfWeek.of(DAYS.indexOf(said.group(1)) + 1),
                    DayOfWeek.of(DAYS.indexOf(said.group(2)) + 1),
                    LocalTime.parse(said.group(3)),
                    LocalTime.parse(said.group(4)),
                    clock);
            if (hours.first.compareTo(hours.last) > 0 || !hours.opening.isBefore(hours.closing)) {
                throw refused(text);
            }
            return hours;
        } catch (DateTimeParseException e) {
            throw refused(text);
        }
    }

    private static StartRefused refused(String text) {
        return new StartRefused("iris.models.office-hours (IRIS_MODELS_OFFICE_HOURS) is '" + text
                + "', and should be days and hours as in 'MON-FRI 07:00-20:00'");
    }

    @Override
    public Optional<Duration> now() {
        ZonedDateTime now = clock.instant().atZone(FRANCE);
        DayOfWeek day = now.getDayOfWeek();
        ZonedDateTime end = now.with(closing);
        boolean open = day.compareTo(first) >= 0
                && day.compareTo(last) <= 0
                && !now.plus(AHEAD).isBefore(now.with(opening))
                && now.isBefore(end);
        if (!open) {
            return Optional.empty();
        }
        Duration left = Duration.between(now, end);
        return Optional.of(left.compareTo(SHORTEST) < 0 ? SHORTEST : left);
    }
}
