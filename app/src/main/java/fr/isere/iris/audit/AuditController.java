package fr.isere.iris.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.isere.iris.audit.Verification.Break;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.identity.Role;
import fr.isere.iris.problems.ProblemException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the trail to référents, and to nobody else. Who looked is in the trail too. */
@RestController
@RequestMapping("/api/audit")
class AuditController {

    private static final Logger log = LoggerFactory.getLogger(AuditController.class);

    private static final int USUAL_PAGE = 50;
    private static final int LONGEST_PAGE = 200;
    private static final Pattern WHO = Pattern.compile("[0-9a-z]{1,64}");
    private static final Pattern WHAT = Pattern.compile("[a-z-]{1,64}");

    private final AuditTrail trail;
    private final TrailThread thread;
    private final ApplicationEventPublisher events;

    AuditController(AuditTrail trail, TrailThread thread, ApplicationEventPublisher events) {
        this.trail = trail;
        this.thread = thread;
        this.events = events;
    }

    /** Times are ISO-8601 in UTC; all parameters may be left out. */
    record Parameters(
            @Nullable String from,
            @Nullable String to,
            @Nullable String who,
            @Nullable String what,
            @Nullable String cursor,
            @Nullable String limit) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PageView(List<EntryView> entries, @Nullable String next) {}

    record EntryView(Instant time, String who, String what, Map<String, String> details) {

        static EntryView of(Entry entry) {
            return new EntryView(entry.time(), entry.who(), entry.what(), entry.details());
        }
    }

    /**
     * @param failing whether this instance cannot write at the moment
     * @param lost entries that this instance lost since its start
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record IntegrityView(
            boolean intact,
            @Nullable Break firstBreak,
            Instant checkedAt,
            int files,
            long lines,
            int unkeyed,
            List<String> unfinished,
            boolean failing,
            long lost) {}

    @GetMapping
    PageView find(CurrentUser user, Parameters asked) {
        user.mustBe(Role.REFERENT);
        Search search = search(asked);
        @Nullable
        Place after = parsed("cursor", asked.cursor(), text -> Place.parse(text).orElse(null));
        @Nullable Integer limit = parsed("limit", asked.limit(), AuditController::limit);
        if (after == null) {
            events.publishEvent(new AuditRead(user.id()));
        }
        TrailReader.Page page = read(() -> trail.find(search, after, limit == null ? USUAL_PAGE : limit));
        return new PageView(
                page.found().stream().map(found -> EntryView.of(found.entry())).toList(),
                page.next().map(Place::toString).orElse(null));
    }

    @GetMapping("/integrity")
    IntegrityView integrity(CurrentUser user) {
        user.mustBe(Role.REFERENT);
        Verification found = read(trail::verify);
        return new IntegrityView(
                found.isIntact(),
                found.firstBreak(),
                found.checkedAt(),
                found.files(),
                found.lines(),
                found.unkeyed(),
                found.unfinished(),
                thread.isFailing(),
                thread.lost());
    }

    private static Search search(Parameters asked) {
        @Nullable Instant from = parsed("from", asked.from(), AuditController::time);
        @Nullable Instant to = parsed("to", asked.to(), AuditController::time);
        if (from != null && to != null && to.isBefore(from)) {
            throw refused("to");
        }
        return new Search(
                from,
                to,
                parsed("who", asked.who(), text -> matching(WHO, text)),
                parsed("what", asked.what(), text -> matching(WHAT, text)));
    }

    private static <T> @Nullable T parsed(
            String name, @Nullable String text, Function<String, ? extends @Nullable T> parser) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            T value = parser.apply(text);
            if (value == null) {
                throw refused(name);
            }
            return value;
        } catch (DateTimeException e) {
            throw refused(name);
        }
    }

    /** A time that has a day. */
    private static Instant time(String text) {
        Instant time = Instant.parse(text);
        Search.dayOf(time);
        return time;
    }

    private static @Nullable String matching(Pattern shape, String text) {
        return shape.matcher(text).matches() ? text : null;
    }

    private static @Nullable Integer limit(String text) {
        boolean isNumber = text.matches("\\d{1,3}");
        int limit = isNumber ? Integer.parseInt(text) : 0;
        return limit >= 1 && limit <= LONGEST_PAGE ? limit : null;
    }

    private static ProblemException refused(String parameter) {
        return new ProblemException("audit-filter-invalid", HttpStatus.BAD_REQUEST, parameter);
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.now();
        } catch (IOException e) {
            log.warn("The audit trail cannot be read from {}: {}", TrailFolder.PROPERTY, e.toString());
            throw new ProblemException("audit-unreadable", HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    /** Something that needs the disk. */
    private interface Reading<T> {
        T now() throws IOException;
    }
}
