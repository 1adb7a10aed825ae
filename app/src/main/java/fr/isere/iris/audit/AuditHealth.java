package fr.isere.iris.audit;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Tells ops that the trail cannot be written. It takes no instance out of service: people work on, and a restart would not help. */
@Component("audit")
class AuditHealth implements HealthIndicator {

    /** Of no rank among Boot's: it shows, and changes nothing of the whole. */
    private static final Status FAILING = new Status("FAILING", "iris.audit.folder cannot be written");

    private final TrailThread thread;

    AuditHealth(TrailThread thread) {
        this.thread = thread;
    }

    @Override
    public Health health() {
        return Health.status(thread.isFailing() ? FAILING : Status.UP)
                .withDetail("lost", thread.lost())
                .build();
    }
}
