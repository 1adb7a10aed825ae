package fr.isere.iris.releases;

import fr.isere.iris.feedback.Ratings;
import fr.isere.iris.identity.Audited;
import fr.isere.iris.models.AnswerMeasured;
import fr.isere.iris.models.Sender;
import fr.isere.iris.releases.Release.Trouble;
import fr.isere.iris.releases.Watch.Counted;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Counts the answers of the canary, with all instances together, and withdraws it when it does badly. */
@Component
class Watching {

    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final double PERCENT = 100;

    private final DeploymentHere here;
    private final BookStore store;
    private final WatchStore counts;
    private final Ratings ratings;
    private final ReleaseSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("releases-watch-"));

    private Counted own = Counted.NONE;
    private Book.@Nullable Canary counted;
    private final SummaryTally summaries = new SummaryTally();

    Watching(
            DeploymentHere here,
            BookStore store,
            WatchStore counts,
            Ratings ratings,
            ReleaseSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.here = here;
        this.store = store;
        this.counts = counts;
        this.ratings = ratings;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        var unused = looking.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** Nothing but numbers is told of it, and nothing here waits. */
    @EventListener
    void hear(AnswerMeasured answer) {
        Book book = here.book();
        Book.Canary canary = book.canary();
        boolean isPersons = answer.sender().urgency() != Sender.Urgency.EVALUATION;
        if (canary != null && isPersons && isOf(book, canary, answer)) {
            count(canary, answer);
        }
    }

    /** A passage of a summary is long to read, and nobody waits for its first token: that is measured of conversations only. */
    private Counted conversation(AnswerMeasured answer) {
        Duration first = answer.firstToken();
        int begun = first == null ? 0 : 1;
        int slow = first != null && first.compareTo(settings.firstToken()) > 0 ? 1 : 0;
        return new Counted(1, answer.outcome().isFault() ? 1 : 0, begun, slow);
    }

    private static boolean isOf(Book book, Book.Canary canary, AnswerMeasured answer) {
        return book.find(canary.release())
                .filter(release -> release.model().displayName().equals(answer.displayName()))
                .isPresent();
    }

    private synchronized void count(Book.Canary canary, AnswerMeasured answer) {
        if (!canary.equals(counted)) {
            own = Counted.NONE;
            summaries.clear();
            counted = canary;
        }
        boolean isConversation = answer.sender().urgency() == Sender.Urgency.CONVERSATION;
        own = own.plus(isConversation ? conversation(answer) : summary(answer));
    }

    private Counted summary(AnswerMeasured answer) {
        return summaries.heard(answer.sender().thread(), answer.outcome(), clock.instant());
    }

    private synchronized Counted take(Book.Canary canary) {
        Counted taken = canary.equals(counted) ? own.plus(summaries.ended(clock.instant())) : Counted.NONE;
        own = Counted.NONE;
        return taken;
    }

    private synchronized void putBack(Book.Canary canary, Counted taken) {
        if (canary.equals(counted)) {
            own = own.plus(taken);
        }
    }

    /** What cannot be told now is told with what comes; after a time-out some may count twice, which is better than never. */
    private void tell(Book.Canary canary) {
        Counted taken = take(canary);
        if (taken.equals(Counted.NONE)) {
            return;
        }
        boolean told = false;
        try {
            told = counts.add(canary, taken, settings.watch());
        } finally {
            if (!told) {
                putBack(canary, taken);
            }
        }
    }

    private void look() {
        Book book = here.book();
        Book.Canary canary = book.canary();
        if (canary == null) {
            return;
        }
        try {
            tell(canary);
            Release release = book.get(canary.release());
            reason(canary, release).ifPresent(why -> withdraw(release, why));
        } catch (DataAccessException e) {
            LOG.debug("Redis is away: the canary is looked at later");
        } catch (RuntimeException e) {
            LOG.warn("The canary could not be looked at: {}", e.getClass().getName());
        }
    }

    private Optional<Trouble> reason(Book.Canary canary, Release release) {
        Instant now = clock.instant();
        Counted seen = counts.of(canary).since(now.minus(settings.watch()));
        if (seen.answers() >= settings.least() && seen.shareOfFaults() > settings.faults()) {
            return trouble("canary-faults", percent(seen.shareOfFaults()), percent(settings.faults()));
        }
        if (seen.begun() >= settings.least() && seen.isSlow()) {
            return trouble("canary-slow", Long.toString(settings.firstToken().toSeconds()));
        }
        Ratings.Rating rating = ratings.of(release.model().displayName(), canary.since());
        return rating.votes() >= settings.least() && rating.shareNotUseful() > settings.notUseful()
                ? trouble("canary-disliked", percent(rating.shareNotUseful()), percent(settings.notUseful()))
                : Optional.empty();
    }

    private Optional<Trouble> trouble(String code, String... arguments) {
        return Optional.of(new Trouble(code, List.of(arguments), clock.instant()));
    }

    private static String percent(double share) {
        return Long.toString(Math.round(share * PERCENT));
    }

    private void withdraw(Release release, Trouble why) {
        BookStore.Page page = here.take(store.change(book -> book.withdrawn(release.id(), why)));
        boolean byThisInstance = page.book()
                .find(release.id())
                .filter(after -> why.equals(after.trouble()))
                .isPresent();
        if (byThisInstance) {
            LOG.warn("Release {} is withdrawn as a canary: {}", release.id(), why.code());
            events.publishEvent(
                    ReleaseStep.of(Audited.IRIS, "withdrawn", release).with("reason", why.code()));
        }
    }

    @PreDestroy
    void stop() {
        looking.shutdownNow();
    }
}
