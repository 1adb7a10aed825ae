package fr.isere.iris.identity;

import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.ExpiringStore.Bundle;
import fr.isere.iris.retention.Ids;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.PersonalData;
import fr.isere.iris.retention.PersonalIndexes;
import fr.isere.iris.retention.Pseudonyms;
import fr.isere.iris.retention.Revision;
import fr.isere.iris.retention.Unreadable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions in the expiring store. Spring Session's own repository sets a key's end after its value, in a second step; here both
 * are one, the end is the nearer of idle and maximum, and a request that finishes after the sign-out does not bring the session back.
 */
@Component
class Sessions implements SessionRepository<StoredSession>, PersonalData {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final String FORMAT = "format";
    private static final String CREATED = "created";
    private static final String ACCESSED = "accessed";
    private static final String ATTRIBUTE = "a:";
    private static final String PERSON = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    /** How long somebody may take to sign in. */
    private static final Duration SIGN_IN = Duration.ofMinutes(10);

    /** Of the idle time: how far a last access may lag behind, to spare a write at every request. */
    private static final int LAG = 30;

    private static final int TRIES = 20;

    private final ExpiringStore store;
    private final PersonalIndexes indexes;
    private final SessionValues values;
    private final SessionSettings settings;
    private final Ids ids;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    Sessions(
            ExpiringStore store,
            PersonalIndexes indexes,
            SessionValues values,
            SessionSettings settings,
            Ids ids,
            Pseudonyms pseudonyms,
            Clock clock) {
        this.store = store;
        this.indexes = indexes;
        this.values = values;
        this.settings = settings;
        this.ids = ids;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    @Override
    public StoredSession createSession() {
        return new StoredSession(session(ids.next(), clock.instant(), clock.instant()), Revision.unstored());
    }

    @Override
    public @Nullable StoredSession findById(String id) {
        try {
            return store.readBundle(key(id))
                    .flatMap(bundle -> restored(id, bundle))
                    .orElse(null);
        } catch (Unreadable e) {
            LOG.warn("A stored session does not open ({}): its owner signs in again", e.reason());
            return null;
        }
    }

    @Override
    public void save(StoredSession session) {
        if (session.hardlyMoved(settings.idle().dividedBy(LAG))) {
            return;
        }
        if (session.hasNewId()) {
            move(session);
        } else if (session.isNew() || !session.changed().isEmpty()) {
            writeChanges(session);
        } else {
            writeLastAccess(session);
        }
    }

    /** A store that is full still serves who reads and erases: that nothing but the time of this request is lost must not cost the request. */
    private void writeLastAccess(StoredSession session) {
        try {
            writeChanges(session);
        } catch (DataAccessException e) {
            LOG.debug(
                    "The last access to a session was not stored: {}",
                    e.getClass().getName());
        }
    }

    private void writeChanges(StoredSession session) {
        Set<String> names = session.isNew() ? session.getAttributeNames() : session.changed();
        Revision revision = session.revision();
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Revision> written = write(session, revision, names);
            if (written.isPresent()) {
                session.stored(written.get());
                return;
            }
            Optional<Bundle> current = store.readBundle(key(session.getId()), List.of(CREATED));
            if (current.isEmpty()) {
                return; // signed out, or ended, meanwhile: it stays so
            }
            revision = current.get().revision();
        }
        throw new IllegalStateException("a session was written too often at once");
    }

    @Override
    public void deleteById(String id) {
        store.delete(List.of(key(id)));
    }

    private void move(StoredSession session) {
        if (session.isNew() || store.exists(key(session.storedId()))) {
            Optional<Revision> written = write(session, Revision.unstored(), session.getAttributeNames());
            store.delete(List.of(key(session.storedId())));
            written.ifPresent(session::stored);
        }
    }

    private Optional<Revision> write(StoredSession session, Revision revision, Set<String> names) {
        Map<String, String> fields = new HashMap<>();
        List<String> removed = new ArrayList<>();
        fields.put(FORMAT, SessionValues.FORMAT);
        fields.put(CREATED, Long.toString(session.getCreationTime().toEpochMilli()));
        fields.put(ACCESSED, Long.toString(session.getLastAccessedTime().toEpochMilli()));
        for (String name : names) {
            Object value = session.getAttribute(name);
            if (value == null) {
                removed.add(ATTRIBUTE + name);
            } else {
                fields.put(ATTRIBUTE + name, values.write(value));
            }
        }
        if (names.contains(PERSON)) {
            index(session);
        }
        return store.writeBundle(key(session.getId()), revision, fields, removed, endOf(session));
    }

    /** Ends all sessions of somebody who left. */
    @Override
    public int eraseAllOf(String pseudonym) {
        List<String> sessions = indexes.ids(indexOf(pseudonym));
        store.delete(sessions.stream().map(Sessions::keyOf).toList());
        store.delete(List.of(indexOf(pseudonym)));
        return sessions.size();
    }

    private void index(StoredSession session) {
        SecurityContext context = session.getAttribute(PERSON);
        Optional.ofNullable(context)
                .flatMap(signedIn -> CurrentUserResolver.idOf(signedIn.getAuthentication()))
                .ifPresent(person -> indexes.add(
                        indexOf(pseudonyms.of(person)),
                        pseudonyms.of(session.getId()),
                        session.getCreationTime().plus(settings.max())));
    }

    private Instant endOf(StoredSession session) {
        Instant idle = session.getLastAccessedTime().plus(settings.idle());
        if (session.getAttribute(PERSON) == null) {
            return session.getCreationTime().plus(SIGN_IN);
        }
        Instant max = session.getCreationTime().plus(settings.max());
        return idle.isBefore(max) ? idle : max;
    }

    private Optional<StoredSession> restored(String id, Bundle bundle) {
        if (!bundle.fields().getOrDefault(FORMAT, SessionValues.FORMAT).equals(SessionValues.FORMAT)) {
            return Optional.empty(); // of another version of IRIS: its owner signs in again
        }
        Instant created = time(bundle, CREATED);
        if (!clock.instant().isBefore(created.plus(settings.max()))) {
            return Optional.empty();
        }
        MapSession content = session(id, created, time(bundle, ACCESSED));
        for (Map.Entry<String, String> field : bundle.fields().entrySet()) {
            if (field.getKey().startsWith(ATTRIBUTE)) {
                Object value = values.read(field.getValue());
                if (value == null) {
                    return Optional.empty(); // of another version of IRIS: its owner signs in again
                }
                content.setAttribute(field.getKey().substring(ATTRIBUTE.length()), value);
            }
        }
        return Optional.of(new StoredSession(content, bundle.revision()));
    }

    private MapSession session(String id, Instant created, Instant accessed) {
        MapSession session = new MapSession(id);
        session.setSessionIdGenerator(ids::next);
        session.setCreationTime(created);
        session.setLastAccessedTime(accessed);
        session.setMaxInactiveInterval(
                settings.idle().plus(settings.idle().dividedBy(LAG)).plus(Duration.ofSeconds(1)));
        return session;
    }

    private static Instant time(Bundle bundle, String field) {
        return Instant.ofEpochMilli(Long.parseLong(bundle.fields().getOrDefault(field, "0")));
    }

    /** Only a digest of the session's id is in the key's name: who reads Redis cannot take a session over. */
    private Key key(String id) {
        return keyOf(pseudonyms.of(id));
    }

    private static Key keyOf(String digest) {
        return Key.of("session", digest);
    }

    private static Key indexOf(String person) {
        return Key.of("sessions", person);
    }
}
