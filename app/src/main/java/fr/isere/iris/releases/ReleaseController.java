package fr.isere.iris.releases;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.identity.Role;
import fr.isere.iris.problems.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Releases for ops, and to read for référents: each step names the revision that its operator saw. */
@RestController
@RequestMapping("/api/ops/releases")
class ReleaseController {

    private static final Pattern SHA256 = Pattern.compile("(?i)[0-9a-f]{64}");

    private final Steps steps;
    private final BookStore store;
    private final Reports reports;
    private final ReleaseViews views;
    private final ReleaseEvents events;

    ReleaseController(Steps steps, BookStore store, Reports reports, ReleaseViews views, ReleaseEvents events) {
        this.steps = steps;
        this.store = store;
        this.reports = reports;
        this.views = views;
        this.events = events;
    }

    /** What an operator saw. */
    record Seen(@Nullable Long revision) {}

    /** A model of the catalogue. */
    record Proposed(@Nullable Long revision, @Nullable String model) {}

    /** From {@code registry}, or {@code file}, which is then named; its digest may be. */
    record Imported(
            @Nullable Long revision,
            @Nullable String from,
            @Nullable String file,
            @Nullable String sha256) {}

    /** A share of new conversations, 1 to 99. */
    record Shared(@Nullable Long revision, @Nullable Integer percent) {}

    @GetMapping
    ReleaseViews.All all(CurrentUser user) {
        user.mustBe(Role.EXPLOITANT, Role.REFERENT);
        BookStore.Page page = store.read().orElse(null);
        return views.all(page == null ? 0 : page.number(), page == null ? Book.EMPTY : page.book(), steps.bySetting());
    }

    @GetMapping("/events")
    ResponseEntity<StreamingResponseBody> events(CurrentUser user, HttpServletResponse servlet) {
        user.mustBe(Role.EXPLOITANT, Role.REFERENT);
        return events.response(servlet);
    }

    @GetMapping("/{id}/evaluation")
    Report evaluation(CurrentUser user, @PathVariable String id) {
        user.mustBe(Role.EXPLOITANT, Role.REFERENT);
        return store.read()
                .flatMap(page -> page.book().find(id))
                .flatMap(reports::of)
                .orElseThrow(() -> new ProblemException("release-no-report", HttpStatus.NOT_FOUND));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ReleaseViews.One propose(CurrentUser user, @RequestBody Proposed sent) {
        user.mustBe(Role.EXPLOITANT);
        return views.one(steps.propose(user, required(sent.revision), required(sent.model)));
    }

    @PostMapping("/{id}/import")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReleaseViews.One importFrom(CurrentUser user, @PathVariable String id, @RequestBody Imported sent) {
        user.mustBe(Role.EXPLOITANT);
        boolean isFile = "file".equals(sent.from);
        String sha256 = sent.sha256 == null || sent.sha256.isBlank() ? null : sent.sha256.strip();
        boolean isWrong = !isFile && !"registry".equals(sent.from);
        if (isWrong || (sha256 != null && !SHA256.matcher(sha256).matches())) {
            throw new ProblemException("request-invalid", HttpStatus.BAD_REQUEST);
        }
        Importing.From from = new Importing.From(isFile ? required(sent.file) : null, sha256);
        return views.one(steps.importFrom(user, required(sent.revision), id, from));
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReleaseViews.One cancel(CurrentUser user, @PathVariable String id, @RequestBody Seen sent) {
        user.mustBe(Role.EXPLOITANT);
        return views.one(steps.cancel(user, required(sent.revision), id));
    }

    @PostMapping("/{id}/evaluate")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReleaseViews.One evaluate(CurrentUser user, @PathVariable String id, @RequestBody Seen sent) {
        user.mustBe(Role.EXPLOITANT);
        return views.one(steps.evaluate(user, required(sent.revision), id));
    }

    @PostMapping("/{id}/ready")
    ReleaseViews.One ready(CurrentUser user, @PathVariable String id, @RequestBody Seen sent) {
        user.mustBe(Role.EXPLOITANT);
        return views.one(steps.ready(user, required(sent.revision), id));
    }

    @PostMapping("/{id}/canary")
    ReleaseViews.One canary(CurrentUser user, @PathVariable String id, @RequestBody Shared sent) {
        user.mustBe(Role.EXPLOITANT);
        return views.one(steps.canary(user, required(sent.revision), id, required(sent.percent)));
    }

    @PostMapping("/{id}/activate")
    ReleaseViews.One activate(CurrentUser user, @PathVariable String id, @RequestBody Seen sent) {
        user.mustBe(Role.EXPLOITANT);
        return views.one(steps.activate(user, required(sent.revision), id));
    }

    @PostMapping("/{id}/retire")
    ReleaseViews.One retire(CurrentUser user, @PathVariable String id, @RequestBody Seen sent) {
        user.mustBe(Role.EXPLOITANT);
        return views.one(steps.retire(user, required(sent.revision), id));
    }

    @PostMapping("/rollback")
    ReleaseViews.One rollBack(CurrentUser user, @RequestBody Seen sent) {
        user.mustBe(Role.EXPLOITANT);
        return views.one(steps.rollBack(user, required(sent.revision)));
    }

    private static <T> T required(@Nullable T given) {
        if (given == null) {
            throw new ProblemException("request-invalid", HttpStatus.BAD_REQUEST);
        }
        return given;
    }
}
