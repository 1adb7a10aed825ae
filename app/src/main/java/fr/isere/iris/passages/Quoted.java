package fr.isere.iris.passages;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Text of documents in the form in which a model is given it: data, between marks that it cannot contain, each page announced by the
 * very mark by which an answer cites it.
 *
 * <p>What steers models is written with a few signs: the tags of their templates ({@code <|im_start|>}, {@code </s>}, {@code [INST]}) and
 * our own marks. In a quoted text these signs become others that look alike, so that it says the same to who reads it, and is no tag
 * and no mark to a tokenizer.
 */
public final class Quoted {

    private static final String BEGIN = "<documents>";
    private static final String END = "</documents>";

    private static final Pattern TEMPLATE_TAG = Pattern.compile("\\[(/?[A-Z][A-Z_]{2,})]");
    private static final Pattern PAGE_MARK =
            Pattern.compile("\\[(?=\\s*(?:doc(?:ument)?\\b|pp?\\s*\\.|pages?\\b))", Pattern.CASE_INSENSITIVE);

    /** Controls, and what has no width: joiners, directions, tags. Who reads the page does not see them; a tokenizer does. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]|[\\x{E0000}-\\x{E0FFF}]|[\\x{FE00}-\\x{FE0F}]");

    private final boolean several;
    private final StringBuilder text = new StringBuilder(BEGIN).append('\n');

    /** @param several whether pages of more than one document follow: their marks then say of which */
    public Quoted(boolean several) {
        this.several = several;
    }

    /** Announces a document. */
    public Quoted document(int number, String name, int pages) {
        text.append("\n# Document ")
                .append(number)
                .append("\u00A0: ")
                .append(harmless(name))
                .append(" (")
                .append(pages)
                .append(pages > 1 ? " pages" : " page")
                .append(")\n");
        return this;
    }

    /** What is read on a page, after its mark. */
    public Quoted page(int document, int page, String words) {
        text.append('\n')
                .append(mark(document, page))
                .append('\n')
                .append(harmless(words))
                .append('\n');
        return this;
    }

    /** Announces where in its document stands what follows. */
    public Quoted under(List<String> path) {
        if (!path.isEmpty()) {
            text.append("\n## ")
                    .append(harmless(String.join(" > ", path)).replace('\n', ' '))
                    .append('\n');
        }
        return this;
    }

    /**
     * What was noted of some pages before.
     *
     * @param about which, in French
     * @param words their marks of pages were checked, and stay
     */
    public Quoted notes(String about, String words) {
        text.append("\n# ").append(about).append('\n').append(untagged(words)).append('\n');
        return this;
    }

    /** The mark by which a page is cited. */
    public String mark(int document, int page) {
        return several ? "[doc. " + document + ", p. " + page + "]" : "[p. " + page + "]";
    }

    /** All of it, between its marks. */
    @Override
    public String toString() {
        return text + END;
    }

    /** The same words without a sign that steers a model, or that an answer could copy as a mark of a page. */
    public static String harmless(String words) {
        StringBuilder unmarked =
                new StringBuilder(PAGE_MARK.matcher(untagged(words)).replaceAll("("));
        Mark.in(unmarked.toString()).forEach(mark -> unmarked.setCharAt(mark.start(), '('));
        return unmarked.toString();
    }

    private static String untagged(String words) {
        String seen = UNSEEN.matcher(words).replaceAll("");
        String untagged = seen.replace('<', '‹').replace('>', '›');
        return TEMPLATE_TAG.matcher(untagged).replaceAll("($1)");
    }
}
