package fr.isere.iris.chat;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.quotas.Quotas;
import fr.isere.iris.reminders.Reminders;
import fr.isere.iris.retention.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** From what is asked to a started answer: the place in the conversation, the write, the start. */
@Component
class Asking {

    private static final int ATTEMPTS = 3;

    private final Conversations conversations;
    private final ConversationStore store;
    private final AnswerRecords records;
    private final Opening opening;
    private final Answers answers;
    private final Works works;
    private final Reminders reminders;
    private final Quotas quotas;
    private final ChatSettings settings;
    private final Ids ids;
    private final Clock clock;

    Asking(
            Conversations conversations,
            ConversationStore store,
            AnswerRecords records,
            Opening opening,
            Answers answers,
            Works works,
            Reminders reminders,
            Quotas quotas,
            ChatSettings settings,
            Ids ids,
            Clock clock) {
        this.conversations = conversations;
        this.store = store;
        this.records = records;
        this.opening = opening;
        this.answers = answers;
        this.works = works;
        this.reminders = reminders;
        this.quotas = quotas;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes what was sent and has it answered; returns when the message is stored and the generation is on its way.
     *
     * @throws ProblemException if the conversation is not hers, answers already, or the message cannot be asked, or if a reminder that it deserves
     *     must be acknowledged first and was not, or {@code quota-reached}
     */
    AnswerRecord ask(CurrentUser user, String conversationId, NewMessage sent) {
        return place(user, conversationId, read -> {
            Ask ask = Ask.in(read, sent, settings.maxMessageLength(), clock.instant());
            requireAcknowledged(ask, sent);
            return new Order(ask, works.of(user, read, ask));
        });
    }

    /** The same for what another capability writes. */
    AnswerRecord compose(CurrentUser user, String conversationId, Composition composition) {
        return place(user, conversationId, read -> {
            NewMessage request = NewMessage.saying(composition.request());
            return new Order(Ask.in(read, request, settings.maxMessageLength(), clock.instant()), Work.of(composition));
        });
    }

    /** Who writes which answer to what. */
    private record Order(Ask ask, Work work) {}

    /** Before a passage is looked for or a model asked; what is answered again was acknowledged when it was asked. */
    private void requireAcknowledged(Ask ask, NewMessage sent) {
        if (ask.isNew()) {
            reminders.requireAcknowledged(ask.question().text(), sent.acknowledged());
        }
    }

    private AnswerRecord place(CurrentUser user, String conversationId, Function<Conversation, Order> order) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Conversation conversation = conversations.ownedBy(user, conversationId);
            refuseWhileAnswering(conversation);
            quotas.require(user, records::isLeased);
            @Nullable AnswerRecord answer = tryToPlace(user, conversation, order.apply(conversation));
            if (answer != null) {
                return answer;
            }
        }
        throw new ProblemException("conversation-busy", HttpStatus.CONFLICT);
    }

    private void refuseWhileAnswering(Conversation conversation) {
        boolean answers = Optional.ofNullable(conversation.header().answering())
                .flatMap(id -> records.find(conversation.header().owner(), id))
                .map(this.answers::isAlive)
                .orElse(false);
        if (answers) {
            throw new ProblemException("answer-in-progress", HttpStatus.CONFLICT);
        }
    }

    /** Null if somebody wrote to the conversation meanwhile. */
    private @Nullable AnswerRecord tryToPlace(CurrentUser user, Conversation read, Order order) {
        Ask ask = order.ask();
        Instant now = clock.instant();
        String answerId = ids.nextBeside(read.id());
        Conversation.Header header = header(read, ask).active(now, answerId);
        AnswerRecord answer = new AnswerRecord(
                answerId, read.id(), ask.answerId(), read.header().owner(), header.expiresAt());
        Message answerMessage = Message.generating(
                ask.answerId(),
                ask.question().id(),
                Message.Answer.begun(answerId, order.work().origin()),
                now);
        List<Message> written = ask.isNew() ? List.of(ask.question(), answerMessage) : List.of(answerMessage);
        if (!opening.open(user, answer, () -> store.save(read, header, written))) {
            return null;
        }
        answers.start(answer, begun(answer, ask, order.work().origin(), header), order.work());
        return answer;
    }

    private static AnswerEvents.Begun begun(
            AnswerRecord answer, Ask ask, Message.Origin origin, Conversation.Header header) {
        return new AnswerEvents.Begun(
                answer.id(),
                answer.conversationId(),
                origin.model(),
                Names.lower(origin.method()),
                origin.composed(),
                origin.consulted(),
                ask.answerId(),
                ask.question().id(),
                header.title(),
                header.expiresAt());
    }

    private static Conversation.Header header(Conversation read, Ask ask) {
        Conversation.Header header = read.header();
        return header.title() == null ? header.renamed(Title.of(ask.question().text())) : header;
    }
}
