package fr.isere.iris.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.isere.iris.page.ScriptedMessage.Consulted;
import fr.isere.iris.page.ScriptedMessage.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A conversation in the contract's JSON: a tree of messages in the order of their creation. */
@JsonInclude(JsonInclude.Include.ALWAYS)
final class ScriptedConversation {

    static final String MODEL = "Modèle d’essai";

    public final String id;
    public final boolean ephemeral;
    public volatile @Nullable String title;
    public final String createdAt = Instant.now().toString();
    public final String lastActivityAt = createdAt;
    public volatile String expiresAt;
    public volatile @Nullable String answering;
    public final List<ScriptedMessage> messages = new CopyOnWriteArrayList<>();

    /** What the answers to come are made from. */
    List<Consulted> consulted = List.of();

    private ScriptedConversation(String id, boolean ephemeral, Duration life) {
        this.id = id;
        this.ephemeral = ephemeral;
        expiresAt = Instant.now().plus(life).toString();
    }

    static ScriptedConversation ordinary(int number) {
        return new ScriptedConversation("conversation-" + number, false, Duration.ofHours(24));
    }

    /** One that the server keeps in memory only: its ids begin with a tilde. */
    static ScriptedConversation ephemeral(int number) {
        return new ScriptedConversation("~conversation-" + number, true, Duration.ofMinutes(30));
    }

    /** Adds a question and its complete answer after what is there. */
    ScriptedConversation with(String question, String answer) {
        var parent = messages.isEmpty() ? null : messages.get(messages.size() - 1);
        var generated = add("assistant", answer, add("user", question, parent));
        generated.model = MODEL;
        generated.usage = ScriptedMessage.USAGE;
        return this;
    }

    /** Takes the body of the contract's call for an answer; the answer has sent its first event. */
    ScriptedAnswer ask(Map<?, ?> body) {
        var question = question((String) body.get("text"), (String) body.get("replaces"), (String) body.get("after"));
        var generated = add("assistant", "", question);
        generated.state = "generating";
        generated.model = MODEL;
        generated.consulted = consulted;
        if (body.get("replaces") instanceof String replaced) {
            generated.method = message(replaced).method;
            generated.composed = message(replaced).composed;
        }
        generated.answerId = answering = (ephemeral ? "~" : "") + "answer-" + id + "-" + generated.id;
        title = title == null ? question.text : title;
        var answer = new ScriptedAnswer(this, question, generated);
        answer.sent(body);
        return answer;
    }

    /** Takes the body of the contract's call for a summary; the answer has sent its first event. */
    ScriptedAnswer summarise(ScriptedDocument document, Map<?, ?> body) {
        var text = "%s, %s : « %s »".formatted(body.get("format"), body.get("length"), document.name);
        var answer = ask(Map.of("text", text));
        answer.askedFor(body);
        return answer;
    }

    /**
     * Takes the body of the contract's call for ticks.
     *
     * @return whether the answer has all that is ticked
     */
    boolean check(String messageId, Map<?, ?> body) {
        var answer = message(messageId);
        var ticked = (List<?>) Objects.requireNonNull(body.get("checked"));
        var starts = answer.findings.stream().map(Finding::start).toList();
        if (!starts.containsAll(ticked)) {
            return false;
        }
        answer.findings = answer.findings.stream()
                .map(it -> it.checked(ticked.contains(it.start())))
                .toList();
        return true;
    }

    private ScriptedMessage question(@Nullable String text, @Nullable String replaces, @Nullable String after) {
        if (replaces == null) {
            var last = messages.isEmpty() ? null : messages.get(messages.size() - 1);
            return add("user", Objects.requireNonNull(text), after == null ? last : message(after));
        }
        var replaced = message(replaces);
        var parent = replaced.parentId == null ? null : message(replaced.parentId);
        return replaced.role.equals("user")
                ? add("user", Objects.requireNonNull(text), parent)
                : Objects.requireNonNull(parent);
    }

    private ScriptedMessage add(String role, String text, @Nullable ScriptedMessage parent) {
        var message = new ScriptedMessage("m" + (messages.size() + 1), role, text, parent);
        messages.add(message);
        return message;
    }

    private ScriptedMessage message(String messageId) {
        return messages.stream()
                .filter(it -> it.id.equals(messageId))
                .findFirst()
                .orElseThrow();
    }
}
