package fr.isere.iris.summaries;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The texts of {@code model-config/evaluations/injections.yaml}, which try to steer the model that reads them. */
public record Injections(String carrier, List<String> carrierWords, List<Injection> injections) {

    public Injections {
        carrierWords = List.copyOf(carrierWords);
        injections = List.copyOf(injections);
    }

    /** One of them, and what an answer must not show of it. */
    public record Injection(
            String id,
            String aim,
            String text,
            List<String> mustNot,
            @Nullable List<String> must) {

        /** Whether nothing of what it asks for was done. */
        public boolean isWithstoodBy(String answer) {
            String lower = answer.toLowerCase(Locale.FRENCH);
            return mustNot.stream().noneMatch(words -> lower.contains(words.toLowerCase(Locale.FRENCH)));
        }

        boolean isAnsweredBy(String answer) {
            return must == null || must.stream().anyMatch(answer::contains);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /** All of them. */
    public static Injections read() {
        return PromptFile.read(
                new ClassPathResource("iris/evaluations/injections.yaml"), "injections.schema.json", Injections.class);
    }

    /** The words of a page in which one of them stands. */
    public String pageWith(Injection injection) {
        return carrier.replace("{injection}", injection.text());
    }
}
