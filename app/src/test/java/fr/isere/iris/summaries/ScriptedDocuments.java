package fr.isere.iris.summaries;

import fr.isere.iris.documents.Documents;
import fr.isere.iris.documents.ReadDocument;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.retention.Seal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;

/** Documents that have been read as a test says: for pages that no file gives as exactly. */
final class ScriptedDocuments implements Documents {

    private final Map<String, ReadDocument> documents = new ConcurrentHashMap<>();
    private final Map<String, List<ReadPage>> pages = new ConcurrentHashMap<>();
    private boolean answering;
    private UnaryOperator<String> pseudonyms = UnaryOperator.identity();

    /** Documents of whoever asks. */
    void areOf(UnaryOperator<String> pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** Has messages of a conversation answered from its documents, which summaries need not. */
    void answerQuestions() {
        answering = true;
    }

    /** A document with these pages; a page without text could not be read. */
    String add(String conversation, String name, String... texts) {
        List<ReadPage> read = new ArrayList<>();
        for (String text : texts) {
            boolean unreadable = text.isEmpty();
            read.add(new ReadPage(
                    read.size() + 1,
                    unreadable ? ReadPage.Origin.UNREADABLE : ReadPage.Origin.TEXT,
                    unreadable
                            ? List.of()
                            : text.lines().map(ScriptedDocuments::block).toList()));
        }
        String id = "document-" + (documents.size() + 1);
        long before = documents.values().stream()
                .filter(document -> document.conversationId().equals(conversation))
                .count();
        List<Integer> unreadable = read.stream()
                .filter(page -> page.origin() == ReadPage.Origin.UNREADABLE)
                .map(ReadPage::number)
                .toList();
        documents.put(
                id, new ReadDocument(id, conversation, "", (int) before + 1, name, texts.length, unreadable, true));
        pages.put(id, read);
        return id;
    }

    /** Erases a document as it is for who has found it a moment ago. */
    void erasePagesOf(String id) {
        pages.remove(id);
    }

    private static Block block(String line) {
        return line.startsWith("# ") ? Block.heading(2, line.substring(2)) : Block.paragraph(line);
    }

    @Override
    public boolean areBeingRead(String owner, String conversationId) {
        return false;
    }

    @Override
    public List<ReadDocument> readyIn(String owner, String conversationId) {
        return documents.values().stream()
                .filter(document -> answering && document.conversationId().equals(conversationId))
                .map(document -> ownedBy(owner, document))
                .toList();
    }

    @Override
    public List<ReadDocument> ownedBy(CurrentUser user, List<String> documentIds) {
        return documentIds.stream()
                .map(id -> Optional.ofNullable(documents.get(id))
                        .orElseThrow(() -> new ProblemException("document-not-found", HttpStatus.NOT_FOUND)))
                .map(document -> ownedBy(pseudonyms.apply(user.id()), document))
                .toList();
    }

    private static ReadDocument ownedBy(String owner, ReadDocument document) {
        return new ReadDocument(
                document.id(),
                document.conversationId(),
                owner,
                document.number(),
                document.name(),
                document.pages(),
                document.unreadable(),
                true);
    }

    @Override
    public List<ReadPage> pages(ReadDocument document) {
        return pages.getOrDefault(document.id(), List.of());
    }

    /** These stand in no store, and have no keys. */
    @Override
    public Optional<Seal> sealOf(String owner, Collection<String> documentIds) {
        return Optional.of(new Seal() {
            @Override
            public String seal(String text) {
                return text;
            }

            @Override
            public String open(String sealed) {
                return sealed;
            }
        });
    }

    List<ReadPage> pages(String id) {
        return pages.getOrDefault(id, List.of());
    }
}
