package fr.isere.iris.summaries;

import fr.isere.iris.chat.Composer;
import fr.isere.iris.chat.Composition;
import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.chat.OpenConversations;
import fr.isere.iris.documents.Documents;
import fr.isere.iris.documents.ReadDocument;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.LanguageModels;
import fr.isere.iris.models.Sender;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.retention.StoredJson;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/** Makes compositions of what was asked, at first and again. */
@Component
class Summaries implements Composer {

    private final Documents documents;
    private final OpenConversations conversations;
    private final Prompts prompts;
    private final LanguageModels models;
    private final SummarySettings settings;
    private final KeptNotes kept;
    private final JsonMapper json;
    private final Executor writers = threads();

    Summaries(
            Documents documents,
            OpenConversations conversations,
            Prompts prompts,
            LanguageModels models,
            SummarySettings settings,
            KeptNotes kept,
            JsonMapper json) {
        this.documents = documents;
        this.conversations = conversations;
        this.prompts = prompts;
        this.models = models;
        this.settings = settings;
        this.kept = kept;
        this.json = json;
    }

    /** A composition and the conversation that it belongs in. */
    record Placed(String conversationId, Composition composition) {}

    /**
     * What this person wants.
     *
     * @throws ProblemException if the documents are not hers or not ready, or the format has no such method
     */
    Placed of(CurrentUser user, Wanted wanted) {
        FormatPrompt prompt = prompts.of(wanted.format());
        boolean copies = wanted.method() == Composition.Method.EXTRACTIVE;
        if (copies && !prompt.extractive()) {
            throw new ProblemException("summary-needs-model", HttpStatus.BAD_REQUEST);
        }
        List<ReadDocument> found = documents.ownedBy(user, wanted.documentIds());
        Asked asked =
                new Asked(wanted, json.writeValueAsString(wanted), prompt.title(), ordered(wanted, found), this::read);
        OpenConversation conversation =
                conversations.requireOwned(user, found.get(0).conversationId());
        Composition composition = copies
                ? new CopiedSummary(asked, prompt.measure(wanted.length()).sentences())
                : generative(asked, prompt, conversation);
        return new Placed(conversation.id(), composition);
    }

    @Override
    public Composition again(CurrentUser user, OpenConversation conversation, String order) {
        return of(user, StoredJson.read(json, order, Wanted.class)).composition();
    }

    @Override
    public String kindOf(String order) {
        return StoredJson.read(json, order, Wanted.class).format().id();
    }

    private Composition generative(Asked asked, FormatPrompt prompt, OpenConversation conversation) {
        LanguageModel model = models.answering(conversation.id(), conversation.begun());
        Sender sender = new Sender(conversation.owner(), conversation.id(), Sender.Urgency.BATCH);
        Requests requests =
                new Requests(model, prompts.rules(), prompt, asked.wanted().length(), asked.only(), sender);
        SummaryRun.Order order = new SummaryRun.Order(
                model, requests, settings, asked.place(), asked::sources, sources -> matter(asked, model, sources));
        return new GenerativeSummary(
                asked, model.description().displayName(), listener -> new SummaryRun(order, kept, listener), writers);
    }

    private static Matter matter(Asked asked, LanguageModel model, List<Source> sources) {
        return asked.wanted().format() == Format.COMPARISON
                ? ChangeMatter.of(sources.get(0), sources.get(1), model::tokens)
                : new DocumentMatter(new Chunks(model::tokens, sources.size() > 1), sources);
    }

    /** Of a comparison, before and after; of others by their number. */
    private static List<ReadDocument> ordered(Wanted wanted, List<ReadDocument> found) {
        return wanted.format() == Format.COMPARISON
                ? found
                : found.stream()
                        .sorted(Comparator.comparingInt(ReadDocument::number))
                        .toList();
    }

    /**
     * With all of its pages.
     *
     * @throws Stopped if it was erased since it was found: what has no pages any more was not read, however little there is to say of it
     */
    private Source read(ReadDocument document) {
        List<ReadPage> pages = documents.pages(document);
        if (pages.size() != document.pages()) {
            throw new Stopped();
        }
        return new Source(document, pages);
    }

    /** One thread a summary, that waits most of the time: virtual where Java has them. */
    private static Executor threads() {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("summaries-");
        threads.setVirtualThreads(ClassUtils.hasMethod(Thread.class, "isVirtual"));
        return threads;
    }
}
