package fr.isere.iris.chat;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.models.Completion;
import fr.isere.iris.models.FinishReason;
import fr.isere.iris.models.Generation;
import fr.isere.iris.models.GenerationListener;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.LanguageModels;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.models.ModelRequest;
import fr.isere.iris.models.Sender;
import fr.isere.iris.models.Usage;
import fr.isere.iris.problems.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Decides how a message is answered: by the model, alone or from sources, without it where no source bears on it, or composed again. */
@Component
class Works {

    private final LanguageModels models;
    private final ObjectProvider<Sources> sources;
    private final ObjectProvider<Composer> composers;

    Works(LanguageModels models, ObjectProvider<Sources> sources, ObjectProvider<Composer> composers) {
        this.models = models;
        this.sources = sources;
        this.composers = composers;
    }

    /**
     * The work that answers this.
     *
     * @throws ProblemException if it cannot be asked of the model, or its sources cannot be read
     */
    Work of(CurrentUser user, Conversation read, Ask ask) {
        @Nullable String order = ask.order();
        if (order != null) {
            Composition composition = composers.getObject().again(user, read.open(), order);
            return Work.of(composition);
        }
        LanguageModel model = answering(read);
        Prompt.Budget budget = budget(model);
        Optional<Ground> ground = ground(read, ask.question(), model, budget);
        return ground.flatMap(Ground::readyAnswer)
                .map(Works::ready)
                .orElseGet(() -> generated(read, ask, model, budget, ground.orElse(null)));
    }

    private Optional<Ground> ground(Conversation read, Message asked, LanguageModel model, Prompt.Budget budget) {
        @Nullable Sources found = sources.getIfAvailable();
        if (found == null) {
            return Optional.empty();
        }
        int room = budget.roomBeside(model.description().systemPrompt(), asked.text(), model::tokens);
        return found.of(read.open(), question(read, asked), room, model::tokens);
    }

    private static Sources.Question question(Conversation read, Message asked) {
        List<String> before = new ArrayList<>();
        for (Message message : read.pathTo(asked.parentId())) {
            if (message.author() == Message.Author.USER) {
                before.add(0, message.text());
            }
        }
        List<String> documents = Optional.ofNullable(asked.documentIds()).orElse(List.of());
        return new Sources.Question(asked.text(), before, documents);
    }

    private static Work generated(
            Conversation read, Ask ask, LanguageModel model, Prompt.Budget budget, @Nullable Ground ground) {
        Prompt prompt = prompt(read, ask.question(), model, budget, ground);
        if (!prompt.fits()) {
            throw new ProblemException("message-exceeds-context", HttpStatus.CONTENT_TOO_LARGE);
        }
        ModelRequest request = prompt.request().from(sender(read));
        List<Consulted> consulted = ground == null ? List.of() : ground.consulted();
        Message.Origin origin = new Message.Origin(
                model.description().displayName(), Composition.Method.GENERATIVE, prompt.leftOut(), consulted, null);
        return new Work(
                origin,
                listener -> model.answer(request, listener),
                text -> ground == null ? Backing.withoutSource(text) : ground.backing(text));
    }

    private static Prompt prompt(
            Conversation read, Message asked, LanguageModel model, Prompt.Budget budget, @Nullable Ground ground) {
        List<Message> path = new ArrayList<>(read.pathTo(asked.parentId()));
        path.add(asked);
        return Prompt.of(path, model.description().systemPrompt(), ground, budget, model::tokens);
    }

    /** The model that answers in this conversation. */
    LanguageModel answering(Conversation read) {
        return models.answering(read.id(), read.header().createdAt());
    }

    /** Whoever asks in this conversation, and reads along. */
    static Sender sender(Conversation read) {
        return new Sender(read.header().owner(), read.id(), Sender.Urgency.CONVERSATION);
    }

    /**
     * What the model would be asked now for this message.
     *
     * @throws ProblemException if its sources cannot be read
     */
    Posing posing(Conversation read, Message asked) {
        LanguageModel model = answering(read);
        Prompt.Budget budget = budget(model);
        @Nullable Ground ground = ground(read, asked, model, budget).orElse(null);
        return new Posing(model, prompt(read, asked, model, budget, ground), ground);
    }

    /** A prompt, whom it is for, and what it is answered from. */
    record Posing(
            LanguageModel model, Prompt prompt, @Nullable Ground ground) {

        String material() {
            return ground == null ? "" : ground.material();
        }

        /** Whether an answer of this origin was asked for in the same way. */
        boolean isThatOf(Message.Origin origin) {
            List<Consulted> consulted = ground == null ? List.of() : ground.consulted();
            return prompt.fits()
                    && (ground == null || ground.readyAnswer().isEmpty())
                    && origin.model().equals(model.description().displayName())
                    && origin.leftOut() == prompt.leftOut()
                    && origin.consulted().equals(consulted);
        }
    }

    private static Work ready(String answer) {
        Message.Origin origin =
                new Message.Origin("Recherche dans les documents", Composition.Method.SEARCH, 0, List.of(), null);
        return new Work(origin, listener -> say(answer, listener), text -> Backing.NONE);
    }

    private static Generation say(String answer, GenerationListener listener) {
        listener.token(answer);
        listener.done(new Completion(FinishReason.COMPLETE, Usage.NONE));
        return () -> {};
    }

    private static Prompt.Budget budget(LanguageModel model) {
        ModelDescription description = model.description();
        return new Prompt.Budget(description.contextWindow(), description.maxAnswerTokens());
    }
}
