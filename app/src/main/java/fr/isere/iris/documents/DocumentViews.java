package fr.isere.iris.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.isere.iris.problems.Problems;
import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Documents as the HTTP contract shows them. */
@Component
class DocumentViews {

    private final Problems problems;
    private final DocumentSettings settings;

    DocumentViews(Problems problems, DocumentSettings settings) {
        this.problems = problems;
        this.settings = settings;
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DocumentView(
            String id,
            String conversationId,
            int number,
            String name,
            @Nullable String kind,
            long bytes,
            String state,
            int pagesRead,
            int pages,
            List<Integer> unreadable,
            List<Integer> recognised,
            @Nullable ProblemView problem,
            @Nullable String partOf,
            List<NotReadView> notRead) {}

    record ProblemView(
            String type, String title, int status, @Nullable String detail, boolean retryable) {}

    record NotReadView(String name, String title) {}

    record ListView(List<DocumentView> documents) {}

    record PageView(int number, String origin, List<BlockView> blocks) {}

    record BlockView(String kind, int level, String text, List<String> cells) {}

    record LimitsView(long maxBytes, int maxPages, int maxPerConversation, List<String> extensions) {}

    DocumentView of(OwnDocuments.Found found) {
        DocumentEntry entry = found.entry();
        DocumentState state = found.state();
        return new DocumentView(
                entry.id(),
                state.conversationId(),
                entry.number(),
                entry.name(),
                Optional.ofNullable(state.kind()).map(DocumentViews::lower).orElse(null),
                entry.bytes(),
                lower(state.stage()),
                state.pagesRead(),
                state.pages(),
                state.unreadable(),
                state.recognised(),
                Optional.ofNullable(state.problem()).map(this::problem).orElse(null),
                entry.partOf(),
                state.notRead().stream()
                        .map(one -> new NotReadView(
                                one.name(), problem(one.problem()).title()))
                        .toList());
    }

    PageView of(ReadPage page) {
        return new PageView(
                page.number(),
                lower(page.origin()),
                page.blocks().stream().map(DocumentViews::block).toList());
    }

    private static BlockView block(Block block) {
        return new BlockView(lower(block.kind()), block.level(), block.text(), block.cells());
    }

    private ProblemView problem(String name) {
        ProblemDetail detail = problems.of(name, HttpStatus.UNPROCESSABLE_CONTENT, settings.maxPages());
        boolean retryable = Optional.ofNullable(detail.getProperties())
                .map(properties -> properties.get("retryable"))
                .map(Boolean.TRUE::equals)
                .orElse(false);
        return new ProblemView(
                String.valueOf(detail.getType()),
                String.valueOf(detail.getTitle()),
                detail.getStatus(),
                detail.getDetail(),
                retryable);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
