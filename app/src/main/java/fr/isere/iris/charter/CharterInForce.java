package fr.isere.iris.charter;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The version that is in force since the start, and the gate that it holds. */
@Component
class CharterInForce implements Charter {

    private final CharterText text;
    private final Acceptances acceptances;
    private final AcceptanceCounts counts;
    private final ApplicationEventPublisher events;

    CharterInForce(
            CharterFolder folder, Acceptances acceptances, AcceptanceCounts counts, ApplicationEventPublisher events) {
        this.text = CharterFile.read(folder.charter());
        this.acceptances = acceptances;
        this.counts = counts;
        this.events = events;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        events.publishEvent(new CharterVersion(text.version()));
    }

    @Override
    public void requireAccepted(CurrentUser user) {
        if (mustAccept(acceptanceBy(user))) {
            throw new ProblemException("charter-not-accepted", HttpStatus.FORBIDDEN);
        }
    }

    @Override
    public String standingReminder() {
        return text.reminder();
    }

    CharterText text() {
        return text;
    }

    Optional<Acceptance> acceptanceBy(CurrentUser user) {
        return acceptances.of(user);
    }

    boolean mustAccept(Optional<Acceptance> acceptance) {
        return acceptance
                .map(Acceptance::version)
                .filter(text.version()::equals)
                .isEmpty();
    }

    /** @throws ProblemException {@code charter-version-stale} (409) if another version came into force meanwhile */
    void accept(CurrentUser user, String version) {
        if (!version.equals(text.version())) {
            throw new ProblemException("charter-version-stale", HttpStatus.CONFLICT);
        }
        boolean first = acceptances.record(user, version);
        if (first) {
            counts.add(version);
        }
        events.publishEvent(new CharterAccepted(user.id(), version));
    }
}
