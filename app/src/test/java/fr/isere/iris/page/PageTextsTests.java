package fr.isere.iris.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts of the page, and those of reports that the page shows, keep French typography: no ordinary space where a line must not break. */
class PageTextsTests {

    private static final Pattern BREAKS = Pattern.compile("[^ ] [:;!?»%]|« ");
    private static final Pattern JAVA_TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    @Test
    void noTextOfThePageBreaksBeforeItsPunctuation() throws IOException {
        List<Path> files = files("src/main/resources/static/js", ".js").stream()
                .filter(file -> file.getFileName().toString().startsWith("texts"))
                .toList();
        assertThat(files).hasSizeGreaterThan(15);
        assertThat(files)
                .allSatisfy(file -> assertThat(textsOfScript(Files.readString(file)))
                        .as(file.getFileName().toString())
                        .isNotEmpty()
                        .noneMatch(BREAKS.asPredicate()));
    }

    @Test
    void noTextOfAReportDoes() throws IOException {
        for (String name : List.of("Alike", "Checks")) {
            String source = Files.readString(Path.of("src/main/java/fr/isere/iris/releases/" + name + ".java"));
            List<String> texts = JAVA_TEXT
                    .matcher(source)
                    .results()
                    .map(text -> text.group(1).replaceAll("%%", "%").replaceAll("%[ds]", "5"))
                    .toList();
            assertThat(texts).as(name).isNotEmpty().noneMatch(BREAKS.asPredicate());
        }
    }

    @Test
    void textsAreFoundInTemplatesTooAndCodeAndRemarksAreNone() {
        String script = """
            /** What is told : never seen. */
            a: 'un texte', // and 'this' : neither
            b: (n) => `de ${n ? `n : ${n}` : 'rien'} à \\` tout`,
            """;
        assertThat(textsOfScript(script)).containsExactly("un texte", "n : 0", "rien", "de 0 à \\` tout");
    }

    /** Of literals, with a 0 in place of what is filled in. */
    private static List<String> textsOfScript(String script) {
        List<String> texts = new ArrayList<>();
        Deque<StringBuilder> open = new ArrayDeque<>();
        Matcher token = Pattern.compile(
                        "(?<remark>/\\*.*?\\*/|//[^\\n]*)|(?<text>'(?:[^'\\\\]|\\\\.)*')|(?<end>[`{}])|.",
                        Pattern.DOTALL)
                .matcher(script);
        Deque<Character> within = new ArrayDeque<>();
        int at = 0;
        while (at < script.length()) {
            boolean inTemplate = !within.isEmpty() && within.peek() == '`';
            if (inTemplate) {
                at = template(script, at, open, within, texts);
                continue;
            }
            token.region(at, script.length());
            if (!token.lookingAt()) {
                throw new AssertionError("no script");
            }
            at = token.end();
            if (token.group("text") != null) {
                texts.add(token.group("text").substring(1, token.group("text").length() - 1));
            } else if (token.group("end") != null) {
                brace(token.group("end").charAt(0), open, within);
            }
        }
        return texts;
    }

    private static void brace(char mark, Deque<StringBuilder> open, Deque<Character> within) {
        if (mark == '}') {
            within.pop();
        } else {
            within.push(mark);
            if (mark == '`') {
                open.push(new StringBuilder());
            }
        }
    }

    /** One mark of a template further. */
    private static int template(
            String script, int at, Deque<StringBuilder> open, Deque<Character> within, List<String> texts) {
        char mark = script.charAt(at);
        if (mark == '`') {
            within.pop();
            texts.add(open.pop().toString());
            return at + 1;
        }
        if (script.startsWith("${", at)) {
            open.getFirst().append('0');
            within.push('{');
            return at + 2;
        }
        int length = mark == '\\' ? 2 : 1;
        open.getFirst().append(script, at, at + length);
        return at + length;
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
