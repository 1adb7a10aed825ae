package fr.isere.iris.summaries;

import fr.isere.iris.chat.Composition.Method;
import fr.isere.iris.problems.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * A summary that was asked for, checked.
 *
 * @param documentIds in the order asked; of a comparison, before and after
 */
record Wanted(Format format, Length length, Method method, List<String> documentIds) {

    private static final int COMPARED = 2;

    Wanted {
        documentIds = List.copyOf(documentIds);
    }

    /**
     * Reads what was sent about this document.
     *
     * @throws ProblemException 400, saying what is possible
     */
    static Wanted of(String documentId, NewSummary sent) {
        Format format = Optional.ofNullable(sent.format())
                .flatMap(Format::of)
                .orElseThrow(() -> new ProblemException(
                        "summary-format-unknown", HttpStatus.BAD_REQUEST, String.join(", ", Format.ids())));
        Length length = Length.of(Objects.requireNonNullElse(sent.length(), Length.MEDIUM.id()))
                .orElseThrow(() -> new ProblemException(
                        "summary-length-unknown", HttpStatus.BAD_REQUEST, String.join(", ", Length.ids())));
        Method method = method(Objects.requireNonNullElse(sent.method(), "generative"));
        List<String> ids = new ArrayList<>(List.of(documentId));
        Optional.ofNullable(sent.documentIds()).ifPresent(others -> {
            if (others.stream().anyMatch(Objects::isNull)) {
                throw new ProblemException("request-invalid", HttpStatus.BAD_REQUEST);
            }
            ids.addAll(others);
        });
        List<String> distinct = ids.stream().distinct().toList();
        if (format == Format.COMPARISON && distinct.size() != COMPARED) {
            throw new ProblemException("comparison-needs-two", HttpStatus.BAD_REQUEST);
        }
        return new Wanted(format, length, method, distinct);
    }

    private static Method method(String id) {
        return switch (id) {
            case "generative" -> Method.GENERATIVE;
            case "extractive" -> Method.EXTRACTIVE;
            default -> throw new ProblemException("summary-method-unknown", HttpStatus.BAD_REQUEST);
        };
    }
}
