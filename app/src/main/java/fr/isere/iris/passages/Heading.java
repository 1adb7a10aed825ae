package fr.isere.iris.passages;

import fr.isere.iris.reading.Block;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A heading, by its level or by its words.
 *
 * @param rank of its kind, from the outermost; {@link #PLAIN} if its words say none
 * @param text as it is shown in a path
 * @param isBare it says its number and no title
 * @param standsAlone its block holds nothing else
 */
record Heading(int level, int rank, String text, boolean isBare, boolean standsAlone) {

    static final int PLAIN = -1;

    private static final String NUMBER =
            "(?:[LRDA]O?\\.?\\s?(?:\\*\\s?){0,2}\\d[\\d-]*|\\d+(?:er|ère|e|ème)?(?:[-.]\\d+)*|(?-i:[IVXLC]+)(?:er|ère)?"
                    + "|premi(?:er|ère)|préliminaire|unique|(?-i:[A-Z]))(?:\\s(?:bis|ter|quater|quinquies|sexies))?";
    private static final String ORDINAL = "(?:premi|deuxi|second|troisi|quatri|cinqui|sixi)\\p{L}+\\s";

    /** In the order in which they contain each other. */
    private static final List<Pattern> KINDS = List.of(
            kind(
                    "(?:délibération|rapport|arrêté|convention|avis|motion)\\s+n\\s?[°ºo.]\\s?[\\p{L}\\d][\\p{L}\\d/._-]*"),
            kind("(?:" + ORDINAL + "partie|partie\\s+(?:législative|réglementaire|" + NUMBER
                    + ")|annexes?(?:\\s+(?:n\\s?[°º]\\s?)?" + NUMBER + ")?)"),
            kind("livre\\s+" + NUMBER),
            kind("titre\\s+" + NUMBER),
            kind("chapitre\\s+" + NUMBER),
            kind("section\\s+" + NUMBER),
            kind("sous-section\\s+" + NUMBER),
            kind("paragraphe\\s+" + NUMBER),
            kind("sous-paragraphe\\s+" + NUMBER),
            kind("art(?:icle|\\.)\\s+" + NUMBER));

    static final int ARTICLE = KINDS.size() - 1;
    private static final int LONGEST_SHOWN = 160;
    private static final int LONGEST_UNMARKED = 200;
    private static final int DEEPEST = 7;

    private static Pattern kind(String start) {
        return Pattern.compile(
                "(?<start>" + start + ")(?<mark>\\s*[:.–—-]+(?=\\s|$))?(?<rest>(?![\\p{L}\\d]).*+)",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The heading that a block is, or that it begins with ("Article 3. – Le président…"); null if none. */
    static @Nullable Heading of(Block block) {
        if (block.kind() == Block.Kind.ROW || block.kind() == Block.Kind.FOOTNOTE) {
            return null;
        }
        String text = block.text().strip().replaceAll("\\s++", " ");
        boolean marked = block.kind() == Block.Kind.HEADING;
        int level = marked ? block.level() : DEEPEST;
        for (int rank = 0; rank < KINDS.size(); rank++) {
            Matcher matcher = KINDS.get(rank).matcher(text);
            if (matcher.matches()) {
                Heading heading = worded(matcher, level, rank, marked);
                return heading != null || !marked ? heading : plain(level, text);
            }
        }
        return marked ? plain(level, text) : null;
    }

    private static Heading plain(int level, String text) {
        return new Heading(level, PLAIN, shown(text), false, true);
    }

    private static @Nullable Heading worded(Matcher matcher, int level, int rank, boolean marked) {
        String rest = matcher.group("rest").strip();
        boolean separated = matcher.group("mark") != null || rest.isEmpty();
        if (!marked && !separated) {
            return null;
        }
        boolean whole = marked || (matcher.group().length() <= LONGEST_UNMARKED && !isSentence(rest));
        if (!whole && rank != ARTICLE) {
            return null;
        }
        String text = whole ? matcher.group() : matcher.group("start");
        return new Heading(level, rank, shown(text), rest.isEmpty(), whole);
    }

    private static boolean isSentence(String rest) {
        return rest.endsWith(".") || rest.endsWith(";") || rest.endsWith(":") || rest.endsWith(",");
    }

    private static String shown(String text) {
        String trimmed = text.replaceAll("[\\s:.–—-]+$", "");
        if (trimmed.length() <= LONGEST_SHOWN) {
            return trimmed;
        }
        int space = trimmed.lastIndexOf(' ', LONGEST_SHOWN);
        return trimmed.substring(0, space < LONGEST_SHOWN / 2 ? LONGEST_SHOWN : space) + "…";
    }

    /** The heading that a line is or begins with, in its own words; empty if none. */
    static String start(String line) {
        Heading heading = of(Block.paragraph(line));
        return heading == null ? "" : heading.text();
    }

    /** The same for "Article L. 311-1", "ARTICLE L311-1 : Objet" and "Art. L311-1"; of a heading without a number, its own words. */
    static String key(String text) {
        for (Pattern kind : KINDS) {
            Matcher matcher = kind.matcher(text);
            if (matcher.matches()) {
                return matcher.group("start")
                        .toLowerCase(Locale.FRENCH)
                        .replaceAll("^art(?:icle|\\.)", "article")
                        .replaceAll("[\\s.*]", "");
            }
        }
        return text.toLowerCase(Locale.FRENCH).replaceAll("[^\\p{L}\\d]+", " ").strip();
    }
}
