package fr.isere.iris.questions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import fr.isere.iris.chat.Belongings;
import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.documents.DocumentErased;
import fr.isere.iris.documents.Documents;
import fr.isere.iris.documents.ReadDocument;
import fr.isere.iris.retention.Signals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The documents that were asked about a short while ago, opened and indexed, in the memory of this instance: a second question does not
 * decrypt, cut and index them again. It is content in the clear: bounded, kept for some minutes and never past the end of its
 * conversation, and gone from every instance as soon as a document or the conversation is erased. Whoever asks is asked first whose the documents are.
 */
@Component
class OpenLibraries implements Belongings {

    private static final Logger LOG = LoggerFactory.getLogger(OpenLibraries.class);
    private static final String TOPIC = "documents-gone";

    /** What one character is reckoned to take, in its page, its passage, the index, the terms of the passage and its vector: on the high side, not measured. */
    private static final int BYTES_OF_CHARACTER = 24;

    private final Documents documents;
    private final Signals signals;
    private final Clock clock;
    private final Duration keep;
    private final Cache<Asked, Held> held;

    @Autowired
    OpenLibraries(Documents documents, Signals signals, Clock clock, QuestionSettings settings) {
        this(documents, signals, clock, settings, Ticker.systemTicker());
    }

    OpenLibraries(Documents documents, Signals signals, Clock clock, QuestionSettings settings, Ticker ticker) {
        this.documents = documents;
        this.signals = signals;
        this.clock = clock;
        keep = settings.keep();
        held = Caffeine.newBuilder()
                .maximumWeight(settings.memory().toBytes())
                .weigher(OpenLibraries::weight)
                .expireAfter(Expiry.<Asked, Held>accessing((asked, one) -> life(one)))
                .executor(Runnable::run) // what does not fit is gone when the call returns, not some time later
                .scheduler(Scheduler.systemScheduler())
                .ticker(ticker)
                .removalListener((asked, one, cause) -> close(one))
                .build();
    }

    /** Documents of one person's conversation: she is part of the name, and nobody else's question finds it. */
    private record Asked(String owner, String conversation, List<ReadDocument> documents) {}

    /** Until when it may be kept, and what tells that it may not. */
    private record Held(OpenLibrary library, Instant end, Signals.Subscription erasure) {}

    /**
     * These documents, all pages of them.
     *
     * @param asked that this conversation has, as its owner's documents were found a moment ago
     */
    OpenLibrary of(OpenConversation conversation, List<ReadDocument> asked) {
        Asked name = new Asked(conversation.owner(), conversation.id(), List.copyOf(asked));
        @Nullable Held known = held.getIfPresent(name);
        if (known != null) {
            return known.library();
        }
        OpenLibrary opened = new OpenLibrary(new Library(asked.stream()
                .map(document -> new Library.Shelved(document, documents.pages(document)))
                .toList()));
        Signals.Subscription erasure = signals.listen(TOPIC, conversation.id(), () -> forget(conversation.id()));
        held.put(name, new Held(opened, conversation.expiresAt(), erasure));
        forgetIfGone(name);
        return opened;
    }

    /** Looked at after they were kept: an erasing before it is seen here, one after it finds what was kept. */
    private void forgetIfGone(Asked name) {
        List<ReadDocument> standing = documents.readyIn(name.owner(), name.conversation());
        if (!new HashSet<>(standing).containsAll(name.documents())) {
            held.invalidate(name);
        }
    }

    /** Before those who ask Redis: it may be away, and what is in memory goes all the same. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void whenErased(DocumentErased erased) {
        forgetEverywhere(erased.conversation());
    }

    @Override
    public void erase(String owner, String conversationId) {
        forgetEverywhere(conversationId);
    }

    /** Here at once, whatever becomes of the signal: where it is lost, the others forget some minutes later. */
    private void forgetEverywhere(String conversation) {
        forget(conversation);
        try {
            signals.send(TOPIC, conversation);
        } catch (DataAccessException away) {
            LOG.debug("Redis is away: other instances keep what they have opened for its time");
        }
    }

    /** One that ends sooner than what is kept may stay is not kept at all. */
    @Override
    public void endAt(String owner, String conversationId, Instant end) {
        if (end.isBefore(clock.instant().plus(keep))) {
            forgetEverywhere(conversationId);
        }
    }

    /** How many are kept. */
    long kept() {
        held.cleanUp();
        return held.estimatedSize();
    }

    private void forget(String conversation) {
        held.asMap().keySet().removeIf(asked -> asked.conversation().equals(conversation));
    }

    private Duration life(Held one) {
        Duration left = Duration.between(clock.instant(), one.end());
        Duration life = left.compareTo(keep) < 0 ? left : keep;
        return life.isNegative() ? Duration.ZERO : life;
    }

    private static int weight(Asked asked, Held one) {
        return (int) Math.min(Integer.MAX_VALUE, one.library().length() * BYTES_OF_CHARACTER);
    }

    private static void close(@Nullable Held one) {
        if (one != null) {
            one.erasure().close();
        }
    }
}
