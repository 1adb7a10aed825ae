package fr.isere.iris.page;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import fr.isere.iris.page.ScriptedMessage.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A document in the contract's JSON, which comes as far as a test says. */
@JsonInclude(JsonInclude.Include.ALWAYS)
final class ScriptedDocument {

    /** A part of a page in the contract's JSON. */
    record Block(String kind, int level, String text, List<String> cells) {

        static Block heading(int level, String text) {
            return new Block("heading", level, text, List.of());
        }

        static Block of(String kind, String text) {
            return new Block(kind, 0, text, List.of());
        }

        static Block row(String... cells) {
            return new Block("row", 0, String.join(" | ", cells), List.of(cells));
        }
    }

    /** What came with a mail and could not be kept. */
    record NotRead(String name, String title) {}

    public final String id;
    public final String conversationId;
    public final int number;
    public final String name;
    public volatile String kind = "pdf";
    public final long bytes = 120_000;
    public volatile String state = "waiting";
    public volatile int pagesRead;
    public volatile int pages;
    public volatile List<Integer> unreadable = List.of();
    public volatile List<Integer> recognised = List.of();
    public volatile @Nullable Problem problem;
    public volatile @Nullable String partOf;
    public volatile List<NotRead> notRead = List.of();

    private final Map<Integer, Map<String, Object>> texts = new ConcurrentHashMap<>();

    ScriptedDocument(ScriptedConversation conversation, int number, String name) {
        this.id = conversation.id + "-document-" + number;
        this.conversationId = conversation.id;
        this.number = number;
        this.name = name;
    }

    /** Some of its pages have been read. */
    ScriptedDocument isRead(int read, int of) {
        pagesRead = read;
        pages = of;
        state = "reading";
        return this;
    }

    /** All its pages have been read, but these. */
    ScriptedDocument isReady(int of, Integer... butUnreadable) {
        pagesRead = of;
        pages = of;
        unreadable = List.of(butUnreadable);
        state = "ready";
        return this;
    }

    /** It cannot be read. */
    ScriptedDocument fails(Problem why) {
        problem = why;
        state = "failed";
        return this;
    }

    /** What stands on a page: text, unless its origin says otherwise. */
    ScriptedDocument page(int at, String origin, Block... blocks) {
        texts.put(at, Map.of("number", at, "origin", origin, "blocks", List.of(blocks)));
        return this;
    }

    @JsonIgnore
    Map<String, Object> page(int at) {
        return texts.getOrDefault(
                at,
                Map.of(
                        "number",
                        at,
                        "origin",
                        "text",
                        "blocks",
                        List.of(Block.of("paragraph", "Le texte de la page " + at + "."))));
    }
}
