package fr.isere.iris.summaries;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The known texts of {@code model-config/evaluations/summaries.yaml}, and what a faithful summary says of them. */
record Evaluation(List<Case> cases) {

    Evaluation {
        cases = List.copyOf(cases);
    }

    /** One text, or two versions of one. */
    record Case(
            String id,
            String format,
            String length,
            @Nullable List<String> before,
            List<String> pages,
            List<Expected> expected,
            @Nullable List<String> forbidden) {

        /** The version before, of a comparison; no pages else. */
        List<String> versionBefore() {
            return Objects.requireNonNullElse(before, List.of());
        }

        long foundIn(String summary) {
            return expected.stream().filter(one -> one.isIn(summary)).count();
        }

        boolean inventsIn(String summary) {
            String lower = summary.toLowerCase(Locale.FRENCH);
            return Objects.requireNonNullElse(forbidden, List.<String>of()).stream()
                    .anyMatch(words -> lower.contains(words.toLowerCase(Locale.FRENCH)));
        }
    }

    /** Words of a page, in one of some spellings. */
    record Expected(List<String> words, int page) {

        boolean isIn(String text) {
            String lower = text.toLowerCase(Locale.FRENCH);
            return words.stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.FRENCH)));
        }
    }

    static Evaluation read() {
        return PromptFile.read(
                new ClassPathResource("iris/evaluations/summaries.yaml"),
                "summaries-evaluation.schema.json",
                Evaluation.class);
    }
}
