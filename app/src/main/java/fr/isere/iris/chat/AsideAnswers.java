package fr.isere.iris.chat;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.ModelRequest;
import fr.isere.iris.models.Usage;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.retention.Ids;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Answers aside have an event log as any, named by the conversation so that they go with it, and no message. */
@Component
class AsideAnswers implements Asides {

    private static final int ATTEMPTS = 3;

    private final Conversations conversations;
    private final ConversationStore store;
    private final Opening opening;
    private final Answers answers;
    private final AnswerStream stream;
    private final Works works;
    private final Ids ids;

    AsideAnswers(
            Conversations conversations,
            ConversationStore store,
            Opening opening,
            Answers answers,
            AnswerStream stream,
            Works works,
            Ids ids) {
        this.conversations = conversations;
        this.store = store;
        this.opening = opening;
        this.answers = answers;
        this.stream = stream;
        this.works = works;
        this.ids = ids;
    }

    @Override
    public List<Repeatable> repeatable(CurrentUser user, String conversationId) {
        Conversation read = conversations.ownedBy(user, conversationId);
        return read.messages().stream()
                .filter(AsideAnswers::isRepeatable)
                .map(message -> new Repeatable(
                        message.id(),
                        read.pathTo(message.parentId()).stream()
                                .filter(said -> said.author() == Message.Author.USER)
                                .map(Message::text)
                                .toList()))
                .toList();
    }

    /** A model wrote it, to what the person said, to its end. */
    private static boolean isRepeatable(Message message) {
        Message.@Nullable Answer answer = message.answer();
        boolean whole = message.state() == Message.State.COMPLETE || message.state() == Message.State.LENGTH;
        return whole
                && answer != null
                && answer.origin().method() == Composition.Method.GENERATIVE
                && !answer.origin().composed();
    }

    @Override
    public Posed posed(CurrentUser user, String conversationId, String messageId) {
        Conversation read = conversations.ownedBy(user, conversationId);
        Message message = read.message(messageId)
                .filter(found -> found.author() == Message.Author.ASSISTANT)
                .orElseThrow(() -> new ProblemException("answer-not-found", HttpStatus.NOT_FOUND));
        if (message.state() == Message.State.GENERATING) {
            throw new ProblemException("answer-in-progress", HttpStatus.CONFLICT);
        }
        Message.Answer answer = message.answer();
        Message question = read.message(message.parentId()).orElse(null);
        if (!isRepeatable(message) || answer == null || question == null) {
            throw new ProblemException("answer-not-repeatable", HttpStatus.CONFLICT);
        }
        Works.Posing posing = works.posing(read, question);
        if (!posing.isThatOf(answer.origin())) {
            throw new ProblemException("answer-context-changed", HttpStatus.CONFLICT);
        }
        ModelRequest request = posing.prompt().request();
        return new Posed(
                conversationId,
                messageId,
                answer.origin().model(),
                request,
                posing.material(),
                Prompt.tokens(request, posing.model()::tokens),
                Optional.ofNullable(answer.usage()).orElse(Usage.NONE),
                message.text());
    }

    @Override
    public ResponseEntity<StreamingResponseBody> answer(
            CurrentUser user, Posed posed, List<String> said, HttpServletResponse servlet) {
        Conversation read = conversations.ownedBy(user, posed.conversationId());
        LanguageModel model = works.answering(read);
        ModelRequest request = posed.with(said).from(Works.sender(read));
        int room = model.description().contextWindow() - request.maxAnswerTokens();
        if (Prompt.tokens(request, model::tokens) > room) {
            throw new ProblemException("message-exceeds-context", HttpStatus.CONTENT_TOO_LARGE);
        }
        AnswerRecord answer = named(user, read, posed);
        Message.Origin origin = new Message.Origin(posed.model(), Composition.Method.GENERATIVE, 0, List.of(), null);
        Work work = new Work(origin, listener -> model.answer(request, listener), text -> Backing.NONE);
        answers.start(answer, begun(answer, read, origin), work);
        return stream.response(answer, 0, servlet);
    }

    /**
     * Open, and named by its conversation: erased with it from now on, and stopped if a document goes that it is written from. One that
     * went before is found by posing again. Its message is that of the answer that it stands beside.
     */
    private AnswerRecord named(CurrentUser user, Conversation first, Posed posed) {
        Conversation read = first;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            AnswerRecord answer = new AnswerRecord(
                    ids.nextBeside(read.id()),
                    read.id(),
                    posed.messageId(),
                    read.header().owner(),
                    read.header().expiresAt());
            Conversation against = read;
            if (opening.open(user, answer, () -> name(against, answer, user, posed))) {
                return answer;
            }
            read = conversations.ownedBy(user, read.id());
        }
        throw new ProblemException("conversation-busy", HttpStatus.CONFLICT);
    }

    private boolean name(Conversation read, AnswerRecord answer, CurrentUser user, Posed posed) {
        boolean named = store.nameAside(read, answer.id());
        if (named) {
            requireUnchanged(user, posed);
        }
        return named;
    }

    private void requireUnchanged(CurrentUser user, Posed posed) {
        Posed now = posed(user, posed.conversationId(), posed.messageId());
        if (!now.request().equals(posed.request())) {
            throw new ProblemException("answer-context-changed", HttpStatus.CONFLICT);
        }
    }

    private static AnswerEvents.Begun begun(AnswerRecord answer, Conversation read, Message.Origin origin) {
        return new AnswerEvents.Begun(
                answer.id(),
                answer.conversationId(),
                origin.model(),
                Names.lower(origin.method()),
                false,
                List.of(),
                answer.messageId(),
                read.message(answer.messageId()).map(Message::parentId).orElse(""),
                read.header().title(),
                read.header().expiresAt());
    }
}
