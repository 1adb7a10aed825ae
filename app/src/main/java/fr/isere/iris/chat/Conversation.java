package fr.isere.iris.chat;

import fr.isere.iris.retention.Life;
import fr.isere.iris.retention.Revision;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as read at one moment: its header and its tree of messages.
 *
 * @param revision of the store, for {@link Conversations#save}
 * @param header what is known without reading the messages
 * @param messages in the order of their creation
 */
record Conversation(String id, Revision revision, Header header, List<Message> messages) {

    /**
     * What is known of a conversation without its messages.
     *
     * @param owner pseudonym of the one person who may see it
     * @param title null until the first message
     * @param createdAt when it was opened
     * @param lastActivityAt when something was last said
     * @param expiresAt when all of it vanishes
     * @param answering id of the answer being generated; null if none is
     * @param life the shortest that was ever in force for it
     * @param eraseBy when its owner wants it gone at the latest; null if she did not say
     */
    record Header(
            String owner,
            @Nullable String title,
            Instant createdAt,
            Instant lastActivityAt,
            Instant expiresAt,
            @Nullable String answering,
            Life life,
            @Nullable Instant eraseBy) {

        static Header begun(String owner, Instant now, Life life) {
            return new Header(owner, null, now, now, life.end(now, now), null, life, null);
        }

        Header renamed(String newTitle) {
            return new Header(owner, newTitle, createdAt, lastActivityAt, expiresAt, answering, life, eraseBy);
        }

        Header active(Instant at, @Nullable String answer) {
            return new Header(owner, title, createdAt, at, end(life, at, eraseBy), answer, life, eraseBy);
        }

        /** Under the life that is in force now, which may have become shorter; never longer than it had. */
        Header under(Life inForce) {
            Life shorter = life.orShorter(inForce);
            return new Header(
                    owner,
                    title,
                    createdAt,
                    lastActivityAt,
                    end(shorter, lastActivityAt, eraseBy),
                    answering,
                    shorter,
                    eraseBy);
        }

        /** To be gone by then, whatever is said in it until then. */
        Header erasedBy(Instant by) {
            return new Header(
                    owner, title, createdAt, lastActivityAt, end(life, lastActivityAt, by), answering, life, by);
        }

        Header idle() {
            return new Header(owner, title, createdAt, lastActivityAt, expiresAt, null, life, eraseBy);
        }

        private Instant end(Life lived, Instant active, @Nullable Instant by) {
            Instant end = lived.end(createdAt, active);
            return by == null ? end : Life.earlier(end, by);
        }
    }

    Conversation {
        messages = messages.stream()
                .sorted(Comparator.comparingInt(message -> Integer.parseInt(message.id())))
                .toList();
    }

    /** As other capabilities see it. */
    OpenConversation open() {
        return new OpenConversation(id, header.owner(), header.createdAt(), header.expiresAt());
    }

    Conversation with(Header other) {
        return new Conversation(id, revision, other, messages);
    }

    Optional<Message> message(@Nullable String messageId) {
        return messages.stream()
                .filter(message -> message.id().equals(messageId))
                .findFirst();
    }

    /** The newest message that nothing follows: where a message goes that names no place. */
    Optional<Message> newest() {
        return messages.isEmpty() ? Optional.empty() : Optional.of(messages.get(messages.size() - 1));
    }

    /** From the start to this message, along its branch. */
    List<Message> pathTo(@Nullable String messageId) {
        Map<String, Message> byId = messages.stream().collect(Collectors.toMap(Message::id, Function.identity()));
        Deque<Message> path = new ArrayDeque<>();
        for (@Nullable Message at = messageId == null ? null : byId.get(messageId);
                at != null;
                at = at.parentId() == null ? null : byId.get(at.parentId())) {
            path.addFirst(at);
        }
        return List.copyOf(path);
    }

    /** The id that the {@code n}th new message takes, from 1. */
    String nextId(int n) {
        return Integer.toString(
                newest().map(last -> Integer.parseInt(last.id())).orElse(0) + n);
    }
}
