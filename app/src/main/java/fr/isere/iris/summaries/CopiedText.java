package fr.isere.iris.summaries;

import fr.isere.iris.chat.Citation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text in Markdown that is copied together, with where each of its sentences stands. */
final class CopiedText {

    /** What a reader must know of it first. */
    static final String LABEL =
            "Phrases recopiées du document, sans génération\u00a0: rien d’inventé, mais rien de reformulé.";

    private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_<\\[\\]|#~]");

    private final boolean several;
    private final StringBuilder text = new StringBuilder(LABEL);
    private final List<Citation> citations = new ArrayList<>();

    CopiedText(boolean several) {
        this.several = several;
    }

    CopiedText heading(int level, String title) {
        text.append("\n\n")
                .append("#".repeat(level))
                .append(' ')
                .append(plain(title))
                .append('\n');
        return this;
    }

    CopiedText paragraph(String words) {
        text.append("\n\n").append(words);
        return this;
    }

    /** Begins an item of a list. */
    CopiedText item(String words) {
        text.append("\n- ").append(words);
        return this;
    }

    /** Copied words, and the page where they stand. */
    CopiedText copied(String words, Source source, int page, List<Citation.Span> spans) {
        text.append(plain(words)).append(' ');
        int start = text.length();
        text.append(mark(source, List.of(page)));
        citations.add(new Citation(start, text.length(), source.document().id(), page, spans));
        return this;
    }

    /** The mark that leads to pages, in their order: those that follow each other as a range, or a long article would have no mark at all. */
    String mark(Source source, List<Integer> pages) {
        List<String> ranges = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= pages.size(); i++) {
            if (i == pages.size() || pages.get(i) != pages.get(i - 1) + 1) {
                int from = pages.get(first);
                int to = pages.get(i - 1);
                ranges.add(from == to ? String.valueOf(from) : from + "-" + to);
                first = i;
            }
        }
        String list = String.join(", ", ranges);
        return several ? "[doc. " + source.number() + ", p. " + list + "]" : "[p. " + list + "]";
    }

    CopiedText words(String words) {
        text.append(words);
        return this;
    }

    CopiedText closed(String closing) {
        text.append(closing);
        return this;
    }

    List<Citation> citations() {
        return List.copyOf(citations);
    }

    /** On one line, and with no sign that Markdown would read as its own. */
    static String plain(String words) {
        return MARKDOWN.matcher(words.strip().replaceAll("\\s*\\R\\s*", " ")).replaceAll("\\\\$0");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
