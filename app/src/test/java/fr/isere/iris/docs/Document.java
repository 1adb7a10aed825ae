package fr.isere.iris.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Markdown file of the repository.
 *
 * @param path where it is
 * @param text as it stands
 */
record Document(Path path, String text) {

    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern TARGET = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern NO_PROSE = Pattern.compile("`[^`\n]*`|]\\([^)]*\\)|https?://\\S+|(?m)^[|:\\- ]+$");

    /** The root of the repository, from wherever the tests run. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("model-config")) ? here : here.resolveSibling("");
    }

    static Document read(String path) {
        return read(root().resolve(path));
    }

    /** The README and every page of {@code docs/}. */
    static List<Document> all() {
        try (Stream<Path> files = Files.walk(root().resolve("docs"))) {
            return Stream.concat(
                            Stream.of(root().resolve("README.md")),
                            files.filter(file -> file.toString().endsWith(".md")))
                    .map(Document::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document read(Path file) {
        try {
            return new Document(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its links and images lead, outside of code. */
    List<String> targets() {
        return all(TARGET, FENCE.matcher(text).replaceAll(""), 1);
    }

    /** The file that a link of this document leads to. */
    Path resolve(String target) {
        int anchor = target.indexOf('#');
        String file = anchor < 0 ? target : target.substring(0, anchor);
        return file.isEmpty() ? path : path.resolveSibling(file).normalize();
    }

    /** Names that a link can give after {@code #}. */
    Set<String> anchors() {
        return all(Pattern.compile("(?m)^#+ (.+)$"), FENCE.matcher(text).replaceAll(""), 1).stream()
                .map(title -> title.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** Its lines without code, without addresses, without the rules of tables. */
    List<String> prose() {
        String words = FENCE.matcher(text).replaceAll("");
        return NO_PROSE.matcher(words).replaceAll("¤").lines().toList();
    }

    /** The cells of each row of its tables. */
    List<List<String>> rows() {
        return text.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
                .map(line -> Stream.of(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    /** Every match's group, in the text as it stands. */
    List<String> all(Pattern pattern, int group) {
        return all(pattern, text, group);
    }

    private static List<String> all(Pattern pattern, String text, int group) {
        return new ArrayList<>(pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .toList());
    }

    @Override
    public String toString() {
        return root().relativize(path).toString();
    }
}
