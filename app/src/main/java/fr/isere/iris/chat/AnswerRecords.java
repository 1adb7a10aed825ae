package fr.isere.iris.chat;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.retention.EventLog;
import fr.isere.iris.retention.ExpiringStore;
import fr.isere.iris.retention.Ids;
import fr.isere.iris.retention.Key;
import fr.isere.iris.retention.Lifetimes;
import fr.isere.iris.retention.Pseudonyms;
import fr.isere.iris.retention.StoredJson;
import fr.isere.iris.retention.Unreadable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is stored of an answer beside its message: where it belongs, its events, and signs of life of who writes and who reads it. */
@Component
class AnswerRecords {

    /** How long an answer whose instance says nothing is taken for alive. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private final ExpiringStore store;
    private final EventLog log;
    private final Ids ids;
    private final Pseudonyms pseudonyms;
    private final Lifetimes lifetimes;
    private final ChatSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    AnswerRecords(
            ExpiringStore store,
            EventLog log,
            Ids ids,
            Pseudonyms pseudonyms,
            Lifetimes lifetimes,
            ChatSettings settings,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.log = log;
        this.ids = ids;
        this.pseudonyms = pseudonyms;
        this.lifetimes = lifetimes;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    void open(AnswerRecord answer) {
        store.put(permit(answer.owner(), answer.id()), json.writeValueAsString(answer), life(answer));
        renewLease(answer.id());
        someoneReads(answer.id());
    }

    /**
     * The record of this answer, if it is this person's.
     *
     * @throws ProblemException {@code answer-not-found}
     */
    AnswerRecord ownedBy(CurrentUser user, String answerId) {
        return find(pseudonyms.of(user.id()), answerId)
                .orElseThrow(() -> new ProblemException("answer-not-found", HttpStatus.NOT_FOUND));
    }

    /** The record of this answer, if it is this owner's: another's does not open. */
    Optional<AnswerRecord> find(String owner, String answerId) {
        if (!ids.isOne(answerId)) {
            return Optional.empty();
        }
        try {
            return store.get(permit(owner, answerId)).map(record -> StoredJson.read(json, record, AnswerRecord.class));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /** Whether it is still stored, so that something can be said in it. */
    boolean stands(AnswerRecord answer) {
        return store.exists(permit(answer.owner(), answer.id()));
    }

    /** What was said in it. */
    EventLog.Log log(AnswerRecord answer) {
        return log.of(
                answer.id(),
                ConversationStore.key(answer.owner(), answer.conversationId()),
                permit(answer.owner(), answer.id()));
    }

    /** Appends to the answer's log; false if the answer was erased. */
    boolean append(AnswerRecord answer, List<EventLog.Event> events) {
        return log(answer).append(events, life(answer));
    }

    void renewLease(String answerId) {
        store.mark(lease(answerId), LEASE);
    }

    /** Whether an instance still generates it, as far as is known. */
    boolean isLeased(String answerId) {
        return store.exists(lease(answerId));
    }

    void endLease(String answerId) {
        store.delete(List.of(lease(answerId)));
    }

    void someoneReads(String answerId) {
        store.mark(reader(answerId), settings.grace());
    }

    boolean isRead(String answerId) {
        return store.exists(reader(answerId));
    }

    void endBy(String answerId, Instant end) {
        store.endBy(permit("", answerId), end);
        store.endBy(log.key(answerId), end);
    }

    void erase(String answerId) {
        // The permit first: from then on nothing is appended.
        store.delete(Stream.of(permit("", answerId), log.key(answerId), lease(answerId), reader(answerId))
                .toList());
    }

    private Duration life(AnswerRecord answer) {
        Duration left = Duration.between(clock.instant(), answer.conversationEnd());
        Duration life = left.compareTo(lifetimes.answerLog()) < 0 ? left : lifetimes.answerLog();
        return life.isNegative() || life.isZero() ? Duration.ofMillis(1) : life;
    }

    private static Key permit(String owner, String answerId) {
        return Key.of("answer", answerId).ownedBy(owner);
    }

    private static Key lease(String answerId) {
        return Key.of("generating", answerId);
    }

    private static Key reader(String answerId) {
        return Key.of("reader", answerId);
    }
}
