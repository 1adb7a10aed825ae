package fr.isere.iris.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Ids;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.PersonalIndexes;
import fr.isere.iris.retention.Pseudonyms;
import fr.isere.iris.testing.IrisTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

@IrisTest
class SessionsTests {

    private static final SessionSettings SETTINGS = new SessionSettings(Duration.ofMinutes(30), Duration.ofHours(10));

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Autowired
    private ExpiringStore store;

    @Autowired
    private PersonalIndexes indexes;

    @Autowired
    private SessionValues values;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private Ids ids;

    @Autowired
    private Pseudonyms pseudonyms;

    @Test
    void sessionComesBackWithItsAttributes() {
        StoredSession session = saved();
        StoredSession read = find(session.getId(), start);
        assertThat(read).isNotNull();
        assertThat(read.<String>getAttribute("a")).isEqualTo("one");
        assertThat(read.getCreationTime()).isEqualTo(start);
    }

    @Test
    void sessionEndsAtTheMaximumHoweverBusy() {
        StoredSession session = at(start).createSession();
        session.setLastAccessedTime(start.plus(Duration.ofHours(9)).plus(Duration.ofMinutes(55)));
        at(start).save(session);
        assertThat(find(session.getId(), start.plus(Duration.ofHours(10)).minusMillis(1)))
                .isNotNull();
        assertThat(find(session.getId(), start.plus(Duration.ofHours(10)))).isNull();
    }

    @Test
    void sessionOfASignInThatIsNotFinishedEndsSoon() {
        String key = Key.of("session", pseudonyms.of(saved().getId())).name();
        assertThat(redis.getExpire(key)).isBetween(500L, 600L);
    }

    @Test
    void twoRequestsAtOnceKeepBothChanges() {
        String id = saved().getId();
        StoredSession first = read(id);
        StoredSession second = read(id);
        first.setAttribute("b", "two");
        second.setAttribute("c", "three");
        at(start).save(first);
        at(start).save(second);
        StoredSession both = read(id);
        assertThat(both.getAttributeNames()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void requestThatEndsAfterTheSignOutDoesNotBringTheSessionBack() {
        String id = saved().getId();
        StoredSession late = read(id);
        late.setAttribute("b", "two");
        at(start).deleteById(id);
        at(start).save(late);
        assertThat(find(id, start)).isNull();
    }

    @Test
    void newIdLeavesNothingUnderTheFormer() {
        String former = saved().getId();
        StoredSession session = read(former);
        String next = session.changeSessionId();
        at(start).save(session);
        assertThat(find(former, start)).isNull();
        assertThat(read(next).<String>getAttribute("a")).isEqualTo("one");
    }

    @Test
    void lateRequestUnderTheFormerIdIsNotKept() {
        String former = saved().getId();
        StoredSession session = read(former);
        session.changeSessionId();
        at(start).deleteById(former);
        at(start).save(session);
        assertThat(find(session.getId(), start)).isNull();
    }

    @Test
    void valueThatNamesAnotherClassIsNotRead() {
        assertThat(values.read("[\"java.util.concurrent.atomic.AtomicReference\", {}]"))
                .isNull();
        assertThat(values.read("{\"@class\": \"javax.naming.InitialContext\"}")).isNull();
    }

    @Test
    void sessionOfAnotherVersionIsClosedHereAndLeftAsItIs() {
        String id = saved().getId();
        Key key = Key.of("session", pseudonyms.of(id));
        ExpiringStore.Bundle own = store.readBundle(key).orElseThrow();
        assertThat(store.writeBundle(
                        key, own.revision(), Map.of("format", "2"), List.of(), start.plus(Duration.ofMinutes(5))))
                .isPresent();
        Map<String, String> newer = store.readBundle(key).orElseThrow().fields();

        assertThat(find(id, start)).isNull();
        assertThat(store.readBundle(key).orElseThrow().fields()).isEqualTo(newer);
    }

    private StoredSession saved() {
        StoredSession session = at(start).createSession();
        session.setAttribute("a", "one");
        at(start).save(session);
        return session;
    }

    private StoredSession read(String id) {
        StoredSession session = find(id, start);
        assertThat(session).isNotNull();
        return session;
    }

    private @Nullable StoredSession find(String id, Instant now) {
        return at(now).findById(id);
    }

    private Sessions at(Instant now) {
        return new Sessions(store, indexes, values, SETTINGS, ids, pseudonyms, Clock.fixed(now, ZoneOffset.UTC));
    }
}
