package fr.isere.iris.chat;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.LanguageModels;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.retention.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** From a sent message to a started answer: the place in the conversation, the prompt, the write, the start. */
@Component
class Asking {

    private static final int ATTEMPTS = 3;

    private final Conversations conversations;
    private final AnswerRecords records;
    private final Answers answers;
    private final LanguageModels models;
    private final ChatSettings settings;
    private final Ids ids;
    private final Clock clock;

    Asking(
            Conversations conversations,
            AnswerRecords records,
            Answers answers,
            LanguageModels models,
            ChatSettings settings,
            Ids ids,
            Clock clock) {
        this.conversations = conversations;
        this.records = records;
        this.answers = answers;
        this.models = models;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes what was sent and has it answered; returns when the message is stored and the generation is on its way.
     *
     * @throws ProblemException if the conversation is not hers, answers already, or the message cannot be asked
     */
    AnswerRecord ask(CurrentUser user, String conversationId, NewMessage sent) {
        LanguageModel model = models.active();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Conversation conversation = conversations.ownedBy(user, conversationId);
            refuseWhileAnswering(conversation);
            @Nullable AnswerRecord answer = tryToAsk(conversation, sent, model);
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
    private @Nullable AnswerRecord tryToAsk(Conversation read, NewMessage sent, LanguageModel model) {
        Instant now = clock.instant();
        Ask ask = Ask.in(read, sent, settings.maxMessageLength(), now);
        Prompt prompt = prompt(read, ask, model);
        String answerId = ids.nextBeside(read.id());
        Conversation.Header header = header(read, ask).active(now, answerId);
        Instant end = header.expiresAt();
        AnswerRecord answer = new AnswerRecord(
                answerId, read.id(), ask.answerId(), read.header().owner(), end);
        String modelName = model.description().displayName();
        Message answerMessage = Message.generating(
                ask.answerId(),
                ask.question().id(),
                new Message.Answer(answer.id(), modelName, null, prompt.leftOut(), null),
                now);
        List<Message> written = ask.isNew() ? List.of(ask.question(), answerMessage) : List.of(answerMessage);
        // Open before it is named: a conversation that names an answer without a sign of life takes it for dead.
        records.open(answer);
        if (!conversations.save(read, header, written)) {
            records.erase(answer.id());
            return null;
        }
        answers.start(
                answer,
                new AnswerEvents.Begun(
                        answer.id(),
                        read.id(),
                        modelName,
                        ask.answerId(),
                        ask.question().id(),
                        header.title(),
                        end),
                prompt.leftOut(),
                model,
                prompt.request());
        return answer;
    }

    private static Conversation.Header header(Conversation read, Ask ask) {
        Conversation.Header header = read.header();
        return header.title() == null ? header.renamed(Title.of(ask.question().text())) : header;
    }

    private static Prompt prompt(Conversation read, Ask ask, LanguageModel model) {
        List<Message> path = new ArrayList<>(read.pathTo(ask.question().parentId()));
        path.add(ask.question());
        ModelDescription description = model.description();
        Prompt prompt = Prompt.of(
                path,
                description.systemPrompt(),
                new Prompt.Budget(description.contextWindow(), description.maxAnswerTokens()),
                model::tokens);
        if (!prompt.fits()) {
            throw new ProblemException("message-exceeds-context", HttpStatus.CONTENT_TOO_LARGE);
        }
        return prompt;
    }
}
