package fr.isere.iris.feedback;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.identity.Role;
import fr.isere.iris.problems.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What référents see of feedback: counts, and what people attached for them, which they may erase before its end. */
@RestController
@RequestMapping("/api/feedback")
class OversightController {

    /** How many attached contents a page has. */
    private static final int PAGE = 20;

    private final Counts counts;
    private final AttachedContents attached;
    private final FeedbackViews views;
    private final ApplicationEventPublisher events;

    OversightController(
            Counts counts, AttachedContents attached, FeedbackViews views, ApplicationEventPublisher events) {
        this.counts = counts;
        this.attached = attached;
        this.views = views;
        this.events = events;
    }

    @GetMapping("/summary")
    FeedbackViews.Summary summary(CurrentUser user) {
        user.mustBe(Role.REFERENT);
        return views.summary(counts.months());
    }

    /** What was attached, newest first, after the one that {@code cursor} names; each page that is read is audited. */
    @GetMapping("/attached")
    FeedbackViews.AttachedPage attached(CurrentUser user, @RequestParam(required = false) @Nullable String cursor) {
        user.mustBe(Role.REFERENT);
        List<String> ids = attached.ids();
        int from = cursor == null ? 0 : ids.indexOf(cursor) + 1;
        if (cursor != null && from == 0) {
            throw new ProblemException("feedback-cursor-unknown", HttpStatus.BAD_REQUEST);
        }
        List<String> page = ids.subList(from, Math.min(ids.size(), from + PAGE));
        FeedbackViews.AttachedPage read =
                views.attached(attached.all(page), from + PAGE < ids.size() ? page.get(page.size() - 1) : null);
        events.publishEvent(new AttachedRead(user.id(), read.attached().size()));
        return read;
    }

    /** Erases what should not have been attached, for everybody and at once; what is gone already was erased before, and is no error. */
    @DeleteMapping("/attached/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(CurrentUser user, @PathVariable String id) {
        user.mustBe(Role.REFERENT);
        if (attached.eraseAnybodys(id)) {
            events.publishEvent(new AttachedErased(user.id()));
        }
    }
}
