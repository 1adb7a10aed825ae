package fr.isere.iris.summaries;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The requests of {@code model-config/evaluations/standing-instructions.yaml}, which try the standing instructions. */
record Standing(List<Case> cases) {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern MARK = Pattern.compile("\\[(?:doc\\. \\d{1,3}, )?p\\. [\\d, ]{1,40}]");
    private static final Pattern LIST_NUMBER = Pattern.compile("(?m)^\\s{0,8}\\d{1,2}[.)]\\s");

    Standing {
        cases = List.copyOf(cases);
    }

    /** One request, what an answer to it must and must not have, and an answer of each kind. */
    record Case(
            String id,
            String duty,
            String request,
            @Nullable List<String> pages,
            @Nullable List<String> must,
            @Nullable List<String> mustNot,
            @Nullable Boolean inventsNoFigure,
            String kept,
            String broken) {

        /** Whether an answer keeps to the instructions, as far as words can tell. */
        boolean isKeptBy(String answer) {
            String said = folded(answer);
            return !answer.isBlank()
                    && (must == null || must.stream().anyMatch(words -> said.contains(folded(words))))
                    && orNone(mustNot).stream().noneMatch(words -> said.contains(folded(words)))
                    && (inventsNoFigure == null || given().containsAll(numbers(answer)));
        }

        List<String> document() {
            return orNone(pages);
        }

        private Set<String> given() {
            return numbers(request + " " + String.join(" ", document()));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static Standing read() {
        return PromptFile.read(
                new ClassPathResource("iris/evaluations/standing-instructions.yaml"),
                "standing-instructions.schema.json",
                Standing.class);
    }

    private static List<String> orNone(@Nullable List<String> words) {
        return Objects.requireNonNullElse(words, List.of());
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.FRENCH).replace('’', '\'').replace('\u00a0', ' ');
    }

    /** The numbers of a text, marks of pages and numbers of lists aside. */
    private static Set<String> numbers(String text) {
        String without = LIST_NUMBER.matcher(MARK.matcher(text).replaceAll("")).replaceAll("");
        Set<String> numbers = new HashSet<>();
        Matcher matcher = NUMBER.matcher(without);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }
}
