package fr.isere.iris.identity;

import fr.isere.iris.retention.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A session that remembers which of its attributes changed since it was read, so that two requests at once do not undo each other. */
final class StoredSession implements Session {

    private final MapSession content;
    private final Set<String> changed = new HashSet<>();
    private final Instant readAccess;
    private String storedId;
    private Revision revision;

    /** @param revision of the bundle that it was read from */
    StoredSession(MapSession content, Revision revision) {
        this.content = content;
        this.revision = revision;
        this.storedId = content.getId();
        this.readAccess = content.getLastAccessedTime();
    }

    Revision revision() {
        return revision;
    }

    boolean isNew() {
        return revision.number() == 0;
    }

    String storedId() {
        return storedId;
    }

    boolean hasNewId() {
        return !content.getId().equals(storedId);
    }

    /** Names of the attributes that were set or removed. */
    Set<String> changed() {
        return Set.copyOf(changed);
    }

    /** Whether only the time of the last request moved, and by less than this. */
    boolean hardlyMoved(Duration step) {
        return !isNew()
                && changed.isEmpty()
                && !hasNewId()
                && content.getLastAccessedTime().isBefore(readAccess.plus(step));
    }

    void stored(Revision now) {
        revision = now;
        changed.clear();
        storedId = content.getId();
    }

    @Override
    public String getId() {
        return content.getId();
    }

    @Override
    public String changeSessionId() {
        return content.changeSessionId();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the interface has it so
    public <T> @Nullable T getAttribute(String name) {
        return content.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return content.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        content.setAttribute(name, value);
        changed.add(name);
    }

    @Override
    public void removeAttribute(String name) {
        content.removeAttribute(name);
        changed.add(name);
    }

    @Override
    public Instant getCreationTime() {
        return content.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant lastAccessedTime) {
        content.setLastAccessedTime(lastAccessedTime);
    }

    @Override
    public Instant getLastAccessedTime() {
        return content.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        content.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return content.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return content.isExpired();
    }
}
