package fr.isere.iris.chat;

import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.problems.Problems;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** An answer's failures as problems: in the stream of its events, and beside its message later. */
@Component
class ProblemViews {

    /** The instance that generated it died, or lost the store for too long. */
    static final String ABANDONED = "answer-abandoned";

    private final Problems problems;

    ProblemViews(Problems problems) {
        this.problems = problems;
    }

    /** The body of a problem, outside of an HTTP error. */
    record View(
            String type, String title, int status, @Nullable String detail, boolean retryable) {}

    /** The name under which a message keeps how it failed; null if it did not. */
    @Nullable
    String name(RunningAnswer.End end) {
        return Optional.ofNullable(end.failure()).map(ProblemViews::name).orElse(null);
    }

    View of(RunningAnswer.End end) {
        return of(Optional.ofNullable(name(end)).orElse(ABANDONED));
    }

    View of(String name) {
        ProblemDetail detail = problems.of(name, HttpStatus.SERVICE_UNAVAILABLE);
        boolean retryable = Optional.ofNullable(detail.getProperties())
                .map(properties -> properties.get("retryable"))
                .map(Boolean.TRUE::equals)
                .orElse(false);
        return new View(
                String.valueOf(detail.getType()),
                String.valueOf(detail.getTitle()),
                detail.getStatus(),
                detail.getDetail(),
                retryable);
    }

    private static String name(EngineFailure failure) {
        return "engine-" + failure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
