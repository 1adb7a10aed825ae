package fr.isere.iris.documents;

import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadPage;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the reading of a document is.
 *
 * @param conversationId what it belongs to
 * @param kind null until it was opened
 * @param pagesRead how many of its pages are stored
 * @param pages how many it has; 0 while that is not known
 * @param unreadable numbers of the pages whose text could not be read
 * @param recognised numbers of those whose text was recognised in an image
 * @param problem name of what went wrong; null if nothing did
 * @param notRead attachments that did not become documents
 */
record DocumentState(
        String conversationId,
        Stage stage,
        @Nullable DocumentKind kind,
        int pagesRead,
        int pages,
        List<Integer> unreadable,
        List<Integer> recognised,
        @Nullable String problem,
        List<NotRead> notRead) {

    /** The stages of a document; only one that is ready shows its pages. */
    enum Stage {
        WAITING,
        READING,
        READY,
        FAILED
    }

    /**
     * An attachment that did not become a document.
     *
     * @param name of the file
     * @param problem name of the reason
     */
    record NotRead(String name, String problem) {}

    DocumentState {
        unreadable = List.copyOf(unreadable);
        recognised = List.copyOf(recognised);
        notRead = List.copyOf(notRead);
    }

    static DocumentState waiting(String conversationId) {
        return new DocumentState(conversationId, Stage.WAITING, null, 0, 0, List.of(), List.of(), null, List.of());
    }

    /** Whether its pages are the file's own, and not where IRIS cut it. */
    boolean hasOwnPages() {
        return kind != null && kind.hasPages();
    }

    DocumentState opened(DocumentKind found, int count) {
        return new DocumentState(
                conversationId, Stage.READING, found, pagesRead, count, unreadable, recognised, null, notRead);
    }

    DocumentState read(List<ReadPage> more) {
        return new DocumentState(
                conversationId,
                stage,
                kind,
                pagesRead + more.size(),
                pages,
                numbers(unreadable, more, ReadPage.Origin.UNREADABLE),
                numbers(recognised, more, ReadPage.Origin.RECOGNISED),
                problem,
                notRead);
    }

    DocumentState ready(int count, List<NotRead> left) {
        return new DocumentState(
                conversationId, Stage.READY, kind, pagesRead, count, unreadable, recognised, null, left);
    }

    DocumentState failed(String name) {
        return new DocumentState(conversationId, Stage.FAILED, kind, 0, 0, List.of(), List.of(), name, List.of());
    }

    boolean isBeingRead() {
        return stage == Stage.WAITING || stage == Stage.READING;
    }

    private static List<Integer> numbers(List<Integer> before, List<ReadPage> more, ReadPage.Origin origin) {
        return Stream.concat(
                        before.stream(),
                        more.stream().filter(page -> page.origin() == origin).map(ReadPage::number))
                .toList();
    }
}
