package fr.isere.iris.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.isere.iris.models.Usage;
import fr.isere.iris.retention.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conversations as the HTTP contract shows them. */
@Component
class Views {

    private final ProblemViews problems;

    Views(ProblemViews problems) {
        this.problems = problems;
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SummaryView(
            String id,
            @Nullable String title,
            Instant createdAt,
            Instant lastActivityAt,
            Instant expiresAt,
            boolean ephemeral,
            @Nullable String answering) {}

    record ListView(List<SummaryView> conversations) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ConversationView(
            String id,
            @Nullable String title,
            Instant createdAt,
            Instant lastActivityAt,
            Instant expiresAt,
            boolean ephemeral,
            @Nullable String answering,
            List<MessageView> messages) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MessageView(
            String id,
            @Nullable String parentId,
            String role,
            String text,
            Instant createdAt,
            String state,
            @Nullable String answerId,
            @Nullable String model,
            @Nullable String method,
            boolean composed,
            @Nullable Usage usage,
            List<AnswerEvents.FindingView> findings,
            List<Citation> citations,
            List<Consulted> consulted,
            int leftOut,
            ProblemViews.@Nullable View problem) {}

    SummaryView summary(String id, Conversation.Header header) {
        return new SummaryView(
                id,
                header.title(),
                header.createdAt(),
                header.lastActivityAt(),
                header.expiresAt(),
                Ids.isInMemory(id),
                header.answering());
    }

    ConversationView conversation(Conversation conversation) {
        Conversation.Header header = conversation.header();
        return new ConversationView(
                conversation.id(),
                header.title(),
                header.createdAt(),
                header.lastActivityAt(),
                header.expiresAt(),
                Ids.isInMemory(conversation.id()),
                header.answering(),
                conversation.messages().stream().map(this::message).toList());
    }

    private MessageView message(Message message) {
        Optional<Message.Answer> answer = Optional.ofNullable(message.answer());
        Optional<Message.Origin> origin = answer.map(Message.Answer::origin);
        return new MessageView(
                message.id(),
                message.parentId(),
                Names.lower(message.author()),
                message.text(),
                message.createdAt(),
                Names.lower(message.state()),
                answer.map(Message.Answer::id).orElse(null),
                origin.map(Message.Origin::model).orElse(null),
                origin.map(from -> Names.lower(from.method())).orElse(null),
                origin.map(Message.Origin::composed).orElse(false),
                answer.map(Message.Answer::usage).orElse(null),
                answer.map(Views::findings).orElse(List.of()),
                answer.map(Message.Answer::citations).orElse(List.of()),
                origin.map(Message.Origin::consulted).orElse(List.of()),
                origin.map(Message.Origin::leftOut).orElse(0),
                answer.map(Message.Answer::problem).map(problems::of).orElse(null));
    }

    private static List<AnswerEvents.FindingView> findings(Message.Answer answer) {
        return answer.findings().stream()
                .map(finding -> AnswerEvents.FindingView.of(finding, answer.isChecked(finding)))
                .toList();
    }
}
