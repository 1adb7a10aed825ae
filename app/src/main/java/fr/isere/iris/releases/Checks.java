package fr.isere.iris.releases;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.verification.Finding;
import fr.isere.iris.verification.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an answer must be, looked at without a model: the same answer always gets the same word. Pure.
 *
 * @param contains of each list one at least stands in it, whatever the case of letters
 * @param lacks none of these does
 * @param matches a regular expression that is found in it
 * @param format what it is made of
 * @param items of a list, or rows of a table without its head: at least, at most
 * @param words at least, at most
 * @param french whether it must be in French
 * @param faithful whether nothing precise in it may contradict its source, or be missing there
 */
record Checks(
        @Nullable List<List<String>> contains,
        @Nullable List<String> lacks,
        @Nullable String matches,
        @Nullable Format format,
        @Nullable List<Integer> items,
        @Nullable List<Integer> words,
        @Nullable Boolean french,
        @Nullable Boolean faithful) {

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]+(?:[’'-][\\p{L}\\p{N}]+)*");
    private static final Pattern ITEM = Pattern.compile("(?m)^\\s*(?:[-*•–]|\\d{1,2}[.)])\\s+\\S");
    private static final Pattern ROW = Pattern.compile("(?m)^\\s*\\|.*\\|\\s*$");
    private static final Pattern FENCE = Pattern.compile("^```\\w*\\s*|\\s*```$");

    /** What an answer is made of. */
    enum Format {
        LIST,
        TABLE,
        JSON
    }

    /** What is wrong with an answer, in French; empty if nothing is. */
    Optional<String> wrong(String answer, @Nullable String source) {
        if (answer.isBlank()) {
            return Optional.of("La réponse est vide.");
        }
        return Stream.<java.util.function.Supplier<Optional<String>>>of(
                        () -> missing(answer),
                        () -> forbidden(answer),
                        () -> unmatched(answer),
                        () -> malformed(answer),
                        () -> tooShortOrLong(answer),
                        () -> foreign(answer),
                        () -> unfaithful(answer, source))
                .map(java.util.function.Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> missing(String answer) {
        return list(contains).stream()
                .filter(oneOf -> oneOf.stream().noneMatch(in(answer)))
                .findFirst()
                .map(oneOf -> "Il manque « %s ».".formatted(String.join(" » ou « ", oneOf)));
    }

    private Optional<String> forbidden(String answer) {
        return list(lacks).stream().filter(in(answer)).findFirst().map("Il ne fallait pas « %s »."::formatted);
    }

    private static Predicate<String> in(String answer) {
        String folded = fold(answer);
        return words -> folded.contains(fold(words));
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.FRENCH).replace('’', '\'').replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }

    private Optional<String> unmatched(String answer) {
        boolean wrong =
                matches != null && !Pattern.compile(matches).matcher(answer).find();
        return wrong ? Optional.of("La forme demandée n’y est pas.") : Optional.empty();
    }

    private Optional<String> malformed(String answer) {
        if (format == null) {
            return Optional.empty();
        }
        if (format == Format.JSON) {
            return isJson(answer) ? Optional.empty() : Optional.of("Ce n’est pas du JSON.");
        }
        boolean isList = format == Format.LIST;
        long count = isList ? ITEM.matcher(answer).results().count() : rows(answer);
        if (count == 0) {
            return Optional.of(isList ? "Ce n’est pas une liste." : "Ce n’est pas un tableau.");
        }
        return outside(count, items)
                ? Optional.of("Il y a %d éléments, il en fallait %s.".formatted(count, range(items)))
                : Optional.empty();
    }

    private static long rows(String answer) {
        return Math.max(0, ROW.matcher(answer).results().count() - 2);
    }

    private static boolean isJson(String answer) {
        try {
            return new JsonMapper()
                    .readTree(FENCE.matcher(answer.strip()).replaceAll(""))
                    .isContainer();
        } catch (JacksonException no) {
            return false;
        }
    }

    private Optional<String> tooShortOrLong(String answer) {
        long count = words(answer).size();
        return outside(count, words)
                ? Optional.of("Il y a %d mots, il en fallait %s.".formatted(count, range(words)))
                : Optional.empty();
    }

    private static boolean outside(long count, @Nullable List<Integer> range) {
        return range != null && (count < range.get(0) || count > range.get(1));
    }

    private static String range(@Nullable List<Integer> range) {
        return range == null ? "" : "de %d à %d".formatted(range.get(0), range.get(1));
    }

    private Optional<String> foreign(String answer) {
        return Boolean.TRUE.equals(french) && !French.is(words(answer))
                ? Optional.of("La réponse n’est pas en français.")
                : Optional.empty();
    }

    private Optional<String> unfaithful(String answer, @Nullable String source) {
        if (!Boolean.TRUE.equals(faithful) || source == null) {
            return Optional.empty();
        }
        return Verification.of(answer, Map.of("source", List.of(page(source)))).stream()
                .filter(finding -> finding.verdict() == Finding.Verdict.CONTRADICTED
                        || finding.verdict() == Finding.Verdict.NOT_FOUND)
                .findFirst()
                .map(finding -> finding.verdict() == Finding.Verdict.CONTRADICTED
                        ? "« %s » contredit le document.".formatted(finding.text())
                        : "« %s » n’est pas dans le document.".formatted(finding.text()));
    }

    private static ReadPage page(String source) {
        List<Block> blocks = new ArrayList<>();
        source.lines().filter(line -> !line.isBlank()).forEach(line -> blocks.add(Block.paragraph(line.strip())));
        return new ReadPage(1, ReadPage.Origin.TEXT, blocks);
    }

    /** The words of a text, in lower case. */
    static List<String> words(String text) {
        return WORDS.matcher(text)
                .results()
                .map(found -> found.group().toLowerCase(Locale.FRENCH))
                .toList();
    }

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
