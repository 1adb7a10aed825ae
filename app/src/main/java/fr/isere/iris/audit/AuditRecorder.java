package fr.isere.iris.audit;

import fr.isere.iris.identity.Audited;
import fr.isere.iris.retention.Pseudonyms;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what happens anywhere in IRIS. Whatever goes wrong here, the request that told it goes on and never waits. */
@Component
class AuditRecorder {

    private static final Logger log = LoggerFactory.getLogger(AuditRecorder.class);

    /** Ids, codes, durations, versions, templates of addresses. No space: nothing that somebody would write. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:/{}*-]{1,80}");

    private static final String DROPPED = "dropped";

    private final TrailThread trail;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    AuditRecorder(TrailThread trail, Pseudonyms pseudonyms, Clock clock) {
        this.trail = trail;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    @EventListener
    void record(Audited event) {
        try {
            trail.add(entryOf(event), event.isState());
        } catch (RuntimeException e) {
            trail.lose();
            log.warn("Not in the audit trail: {}", e.getClass().getName());
        }
    }

    private Entry entryOf(Audited event) {
        Map<String, String> details = new TreeMap<>();
        event.details().forEach((name, value) -> details.put(name, checked(event.action(), name, value)));
        return new Entry(clock.instant(), pseudonym(event.person()), event.action(), details);
    }

    /** The only place that turns a person into what the trail keeps. */
    private String pseudonym(String person) {
        boolean nobody = person.equals(Audited.NOBODY) || person.equals(Audited.IRIS);
        return nobody ? person : pseudonyms.of(person);
    }

    private static String checked(String action, String name, String value) {
        if (CODE.matcher(value).matches()) {
            return value;
        }
        log.warn("The audit trail keeps no {} of {}: it is not a code", name, action);
        return DROPPED;
    }
}
