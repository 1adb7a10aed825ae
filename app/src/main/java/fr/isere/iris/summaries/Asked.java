package fr.isere.iris.summaries;

import fr.isere.iris.chat.Backing;
import fr.isere.iris.chat.Citation;
import fr.isere.iris.chat.Composition.Method;
import fr.isere.iris.chat.Consulted;
import fr.isere.iris.documents.ReadDocument;
import fr.isere.iris.passages.Citations;
import fr.isere.iris.passages.Cited;
import fr.isere.iris.passages.Quoted;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.verification.Finding;
import fr.isere.iris.verification.Verification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What was asked of which documents: what all compositions know of themselves. */
final class Asked {

    private final Wanted wanted;
    private final String order;
    private final String title;
    private final List<ReadDocument> documents;
    private final Function<ReadDocument, Source> read;
    private @Nullable List<Source> sources;

    /**
     * Asked of these documents.
     *
     * @param order as it is kept
     * @param title of the format
     * @param read reads a document's pages
     */
    Asked(
            Wanted wanted,
            String order,
            String title,
            List<ReadDocument> documents,
            Function<ReadDocument, Source> read) {
        this.wanted = wanted;
        this.order = order;
        this.title = title;
        this.documents = List.copyOf(documents);
        this.read = read;
    }

    Wanted wanted() {
        return wanted;
    }

    String order() {
        return order;
    }

    /** As the person would say it. */
    String request() {
        String method = wanted.method() == Method.EXTRACTIVE ? ", extraits sans génération" : "";
        String between = wanted.format() == Format.COMPARISON ? ", puis " : ", ";
        String names = documents.stream()
                // A model is given it as the person's own words, outside the marks of quoted material.
                .map(document -> "«\u00a0" + Quoted.harmless(document.name()) + "\u00a0»")
                .collect(Collectors.joining(between));
        String length =
                wanted.format().hasLength() ? ", longueur " + wanted.length().words() : "";
        return title + length + method + "\u00a0: " + names;
    }

    List<Consulted> consulted() {
        return documents.stream()
                .map(document -> new Consulted(
                        document.id(),
                        IntStream.rangeClosed(1, document.pages())
                                .filter(page -> !document.unreadable().contains(page))
                                .boxed()
                                .toList(),
                        document.pages()))
                .toList();
    }

    /** Number of the document, if there is only one. */
    @Nullable
    Integer only() {
        return documents.size() == 1 ? documents.get(0).number() : null;
    }

    /** Where notes of it are kept. */
    KeptNotes.Place place() {
        ReadDocument any = documents.get(0);
        return new KeptNotes.Place(any.owner(), any.conversationId());
    }

    /** The documents with their pages, read once. */
    synchronized List<Source> sources() {
        if (sources == null) {
            sources = documents.stream().map(read).toList();
        }
        return sources;
    }

    /** What stands behind a text of which nothing more is known than its words. */
    Backing backing(String text) {
        return new Backing(citations(text), findings(text));
    }

    List<Finding> findings(String text) {
        Map<String, List<ReadPage>> pages = new LinkedHashMap<>();
        sources().forEach(source -> pages.put(source.document().id(), source.pages()));
        return Verification.of(text, pages);
    }

    private List<Citation> citations(String text) {
        var pages = sources().stream().collect(Collectors.toMap(Source::number, Source::pages));
        return Citations.in(text, pages).stream()
                .filter(Cited::known)
                .map(cited -> new Citation(
                        cited.start(),
                        cited.end(),
                        idOf(cited.document()),
                        cited.page(),
                        cited.spans().stream()
                                .map(span -> new Citation.Span(span.block(), span.from(), span.to()))
                                .toList()))
                .toList();
    }

    private String idOf(int number) {
        return documents.stream()
                .filter(document -> document.number() == number)
                .map(ReadDocument::id)
                .findFirst()
                .orElseThrow();
    }
}
