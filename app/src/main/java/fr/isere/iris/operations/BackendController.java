package fr.isere.iris.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.identity.Role;
import fr.isere.iris.models.Backends;
import fr.isere.iris.problems.ProblemException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The engines' servers: how each is, and taking one out for maintenance. */
@RestController
@RequestMapping("/api/ops/backends")
class BackendController {

    private final Backends backends;
    private final ApplicationEventPublisher events;

    BackendController(Backends backends, ApplicationEventPublisher events) {
        this.backends = backends;
        this.events = events;
    }

    record View(List<BackendView> backends, int waiting) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record BackendView(
            String name,
            String kind,
            String state,
            String version,
            List<Backends.Model> models,
            int slots,
            int taken,
            @Nullable String failure,
            Instant since) {

        static BackendView of(Backends.State state) {
            return new BackendView(
                    state.name(),
                    state.kind(),
                    state.state(),
                    state.version(),
                    state.models(),
                    state.slots(),
                    state.taken(),
                    state.failure(),
                    state.since());
        }
    }

    @GetMapping
    View all(CurrentUser user) {
        user.mustBe(Role.EXPLOITANT, Role.REFERENT);
        return view();
    }

    /** What runs there goes on; nothing new is asked of it, by any instance. */
    @PostMapping("/{name}/drain")
    View drain(CurrentUser user, @PathVariable String name) {
        return drained(user, name, true);
    }

    @PostMapping("/{name}/resume")
    View resume(CurrentUser user, @PathVariable String name) {
        return drained(user, name, false);
    }

    private View drained(CurrentUser user, String name, boolean drained) {
        user.mustBe(Role.EXPLOITANT);
        if (!backends.drain(name, drained)) {
            throw new ProblemException("backend-unknown", HttpStatus.NOT_FOUND);
        }
        events.publishEvent(new BackendDrained(user.id(), name, drained));
        return view();
    }

    private View view() {
        return new View(backends.all().stream().map(BackendView::of).toList(), backends.waiting());
    }
}
