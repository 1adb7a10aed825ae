package fr.isere.iris.chat;

import fr.isere.iris.charter.Charter;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's conversations: open, list, read, rename, erase. */
@RestController
@RequestMapping("/api/conversations")
class ConversationController {

    private static final int LONGEST_TITLE = 200;
    private static final Duration SOONEST = Duration.ofMinutes(1);

    private final Conversations conversations;
    private final AnswerRecords records;
    private final Answers answers;
    private final Erasing erasing;
    private final Charter charter;
    private final Views views;
    private final ApplicationEventPublisher events;

    ConversationController(
            Conversations conversations,
            AnswerRecords records,
            Answers answers,
            Erasing erasing,
            Charter charter,
            Views views,
            ApplicationEventPublisher events) {
        this.conversations = conversations;
        this.records = records;
        this.answers = answers;
        this.erasing = erasing;
        this.charter = charter;
        this.views = views;
        this.events = events;
    }

    /**
     * How to begin one.
     *
     * @param ephemeral whether it stays in the memory of one instance; no, if it is not said
     */
    record Beginning(@Nullable Boolean ephemeral) {}

    /**
     * What to change of a conversation; what is not said stays.
     *
     * @param title its new title
     * @param eraseIn in how long it must be gone, whatever is said in it until then
     */
    record Change(@Nullable String title, @Nullable Duration eraseIn) {}

    record Erased(int deleted) {}

    @PostMapping
    ResponseEntity<Views.SummaryView> create(
            CurrentUser user, @RequestBody(required = false) @Nullable Beginning beginning) {
        charter.requireAccepted(user);
        boolean ephemeral = beginning != null && Boolean.TRUE.equals(beginning.ephemeral());
        Conversation created = ephemeral ? conversations.createEphemeral(user) : conversations.create(user);
        return ResponseEntity.created(URI.create("/api/conversations/" + created.id()))
                .body(views.summary(created.id(), created.header()));
    }

    @GetMapping
    Views.ListView list(CurrentUser user) {
        return new Views.ListView(conversations.of(user).stream()
                .map(summary -> views.summary(summary.id(), summary.header()))
                .toList());
    }

    @GetMapping("/{id}")
    Views.ConversationView read(CurrentUser user, @PathVariable String id) {
        Conversation conversation = conversations.ownedBy(user, id);
        boolean died = Optional.ofNullable(conversation.header().answering())
                .flatMap(answer -> records.find(conversation.header().owner(), answer))
                .map(answer -> !answers.isAlive(answer))
                .orElse(false);
        return views.conversation(died ? conversations.ownedBy(user, id) : conversation);
    }

    @PatchMapping("/{id}")
    Views.SummaryView change(CurrentUser user, @PathVariable String id, @RequestBody Change change) {
        if (change.eraseIn() != null) {
            Conversation shortened = shortened(user, id, change.eraseIn());
            if (change.title() == null) {
                return views.summary(id, shortened.header());
            }
        }
        String text = MessageText.checked(change.title(), LONGEST_TITLE).strip();
        Conversation renamed = conversations.update(user, id, header -> header.renamed(text));
        return views.summary(id, renamed.header());
    }

    private Conversation shortened(CurrentUser user, String id, Duration eraseIn) {
        if (eraseIn.compareTo(SOONEST) < 0) {
            throw new ProblemException("erase-in-invalid", HttpStatus.BAD_REQUEST, SOONEST.toMinutes());
        }
        Conversation conversation = conversations.shorten(user, id, eraseIn);
        answers.endBy(erasing.answersOf(conversation), conversation.header().expiresAt());
        return conversation;
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(CurrentUser user, @PathVariable String id) {
        erase(user, conversations.ownedBy(user, id));
    }

    @DeleteMapping
    Erased eraseAll(CurrentUser user) {
        List<Conversations.Summary> all = conversations.of(user);
        int erased = 0;
        for (Conversations.Summary summary : all) {
            try {
                erase(user, conversations.ownedBy(user, summary.id()));
                erased++;
            } catch (ProblemException e) {
                // It expired since it was listed, or another tab erased it: gone is what was asked for.
                if (e.status() != HttpStatus.NOT_FOUND && e.status() != HttpStatus.GONE) {
                    throw e;
                }
            }
        }
        events.publishEvent(new AllConversationsErased(user.id(), erased));
        return new Erased(erased);
    }

    private void erase(CurrentUser user, Conversation conversation) {
        erasing.erase(conversation);
        events.publishEvent(new ConversationErased(user.id(), conversation.id()));
    }
}
