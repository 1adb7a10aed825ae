package fr.isere.iris.feedback;

import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Counts opinions: by month, task and model for the référents, by hour and model for decisions about models. What is counted names
 * nobody; how many people stand behind a number is known by each person's own {@link Share}.
 */
@Component
class Counts implements Ratings {

    private static final Logger LOG = LoggerFactory.getLogger(Counts.class);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Outlives the month in which the last opinion was given. */
    private static final Duration SHARE_LIFE = Duration.ofDays(40);

    private final Ledger ledger;
    private final ExpiringStore store;
    private final FeedbackSettings settings;
    private final Clock clock;

    Counts(Ledger ledger, ExpiringStore store, FeedbackSettings settings, Clock clock) {
        this.ledger = ledger;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Where an opinion given now counts. */
    Cell cell(String task, String model) {
        return new Cell(YearMonth.from(today()).toString(), task, model);
    }

    /**
     * An opinion took the place of another, of nothing, or was taken back.
     *
     * @param person pseudonym of who gave it
     */
    void count(String person, @Nullable Vote before, @Nullable Vote after) {
        if (before != null && after != null && !before.cell().equals(after.cell())) {
            count(person, before, null);
            count(person, null, after);
            return;
        }
        @Nullable Vote any = after == null ? before : after;
        if (any == null) {
            return;
        }
        Cell cell = any.cell();
        int more = (after == null ? 0 : 1) - (before == null ? 0 : 1);
        int morePeople = more == 0 ? 0 : share(person, cell, more);
        YearMonth month = YearMonth.parse(cell.month());
        Instant end = month.atDay(1).atStartOfDay(PARIS).toInstant().plus(settings.counts());
        if (end.isAfter(clock.instant())) {
            ledger.change(
                    monthKey(month),
                    Month.class,
                    Month.NONE,
                    counted -> counted.changed(cell, before, after, morePeople),
                    end);
        }
        rate(before, after);
    }

    /** Forgets in which cells somebody counts; the counts stay. */
    boolean forget(String person) {
        boolean stood = store.exists(shareKey(person));
        store.delete(List.of(shareKey(person)));
        return stood;
    }

    /** The counts of the months that are kept, newest first. */
    Map<YearMonth, Month> months() {
        Map<YearMonth, Month> months = new LinkedHashMap<>();
        YearMonth oldest = YearMonth.from(today().minusDays(settings.counts().toDays()));
        for (YearMonth month = YearMonth.from(today()); !month.isBefore(oldest); month = month.minusMonths(1)) {
            Optional<Month> counted = ledger.read(monthKey(month), Month.class);
            YearMonth of = month;
            counted.ifPresent(rows -> months.put(of, rows));
        }
        return months;
    }

    @Override
    public Rating of(String model, Instant since) {
        Instant from = Day.hourOf(since);
        LocalDate now = day(clock.instant());
        LocalDate oldest = now.minusDays(settings.ratings().toDays());
        LocalDate first = day(from).isBefore(oldest) ? oldest : day(from);
        int votes = 0;
        int notUseful = 0;
        for (LocalDate day = first; !day.isAfter(now); day = day.plusDays(1)) {
            for (Day.Hour hour :
                    ledger.read(dayKey(day), Day.class).orElse(Day.NONE).hours()) {
                if (hour.model().equals(model) && !hour.began().isBefore(from)) {
                    votes += hour.votes();
                    notUseful += hour.notUseful();
                }
            }
        }
        return new Rating(Math.max(0, votes), Math.max(0, notUseful));
    }

    /** How many people more, or fewer, the cell has when this person has so many opinions more there. */
    private int share(String person, Cell cell, int more) {
        Instant end = clock.instant().plus(SHARE_LIFE);
        Share before = ledger.change(shareKey(person), Share.class, Share.NONE, share -> share.with(cell, more), end);
        return Boolean.compare(before.with(cell, more).has(cell), before.has(cell));
    }

    private void rate(@Nullable Vote before, @Nullable Vote after) {
        if (before != null && after != null && !day(before.at()).equals(day(after.at()))) {
            rate(before, null);
            rate(null, after);
            return;
        }
        @Nullable Vote any = after == null ? before : after;
        if (any != null && any.written()) {
            rate(day(any.at()), before, after);
        }
    }

    /** A rating that is lost is one of many: nobody is refused their opinion for it. */
    private void rate(LocalDate day, @Nullable Vote before, @Nullable Vote after) {
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(settings.ratings());
        if (!end.isAfter(clock.instant())) {
            return;
        }
        try {
            ledger.change(dayKey(day), Day.class, Day.NONE, rated -> rated.changed(before, after), end);
        } catch (DataAccessException e) {
            LOG.warn("A rating is not counted: {}", e.getClass().getSimpleName());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Key monthKey(YearMonth month) {
        return Key.of("feedback-month", month.toString());
    }

    private static Key dayKey(LocalDate day) {
        return Key.of("feedback-hours", day.toString());
    }

    private static Key shareKey(String person) {
        return Key.of("feedback-share", person).ownedBy(person);
    }
}
