package fr.isere.iris.reader;

import fr.isere.iris.reading.Block;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What lines and blocks of French prose have in common, whatever file they come from. */
public final class Prose {

    /** After a hyphen at a line's end, these are parts of a compound word, whose hyphen stays. */
    private static final Set<String> SECOND_PARTS = Set.of(
            "ci", "là", "même", "mêmes", "dire", "vous", "nous", "ils", "elles", "il", "elle", "on", "je", "tu", "ce",
            "t", "moi", "toi", "lui", "leur", "leurs", "y", "en", "le", "la", "les", "à", "être", "après", "dessus",
            "dessous", "delà", "dehors", "dedans", "deçà", "uns", "unes", "major", "général");
    /** The same before it. */
    private static final Set<String> FIRST_PARTS = Set.of(
            "non",
            "vice",
            "sous",
            "ex",
            "demi",
            "mi",
            "celui",
            "celle",
            "ceux",
            "celles",
            "lui",
            "elle",
            "eux",
            "après",
            "avant",
            "peut",
            "quasi",
            "est",
            "rendez",
            "procès",
            "chef",
            "garde",
            "mot",
            "compte",
            "plus",
            "moins",
            "porte",
            "quelques",
            "au",
            "par",
            "ci",
            "socio",
            "arrière",
            "contre",
            "haut",
            "bas",
            "nord",
            "sud");

    private static final Pattern ITEM = Pattern.compile(
            "(?:[-–—•‣▪■●○◦→➢✓\uF0B7]\\s+|\\d{1,3}°\\s|\\(?\\d{1,2}\\)\\s|\\d{1,2}\\.\\s(?=\\p{L})|\\(?[a-z]\\)\\s|[ivxIVX]{1,5}[).]\\s|[IVX]{1,5}\\s?[.–-]\\s).*",
            Pattern.DOTALL);
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2}){0,4})\\.?\\s+\\p{Lu}.*");
    private static final List<Pattern> DIVISIONS = List.of(
            named("livre|partie"),
            named("titre|annexe"),
            named("chapitre"),
            named("section|sous-section"),
            Pattern.compile(
                    "(?:article|délibération|art\\.)\\s+(?:[lrd]\\.?\\s?\\*?\\s?)?(?:\\d|premier|1er|n°|unique).*"));

    private Prose() {}

    private static Pattern named(String words) {
        return Pattern.compile(
                "(?:" + words + ")\\s+(?:[ivxlc]+(?:er)?|\\d+|premi[eè]re?|[a-h]|préliminaire|unique)\\b.*");
    }

    /** Appends a line to a text that it goes on from: with a space, or without the hyphen that parted a word. */
    public static void join(StringBuilder text, String line) {
        if (text.length() == 0) {
            text.append(line);
            return;
        }
        int last = text.length() - 1;
        boolean parted = isHyphen(text.charAt(last))
                && last > 0
                && Character.isLetter(text.charAt(last - 1))
                && !line.isEmpty()
                && Character.isLowerCase(line.charAt(0));
        if (!parted) {
            boolean compound =
                    isHyphen(text.charAt(last)) && last > 0 && Character.isLetterOrDigit(text.charAt(last - 1));
            text.append(compound ? "" : " ").append(line);
        } else if (compound(text.substring(0, last), line)) {
            text.append(line);
        } else {
            text.setLength(last);
            text.append(line);
        }
    }

    private static boolean isHyphen(char letter) {
        return letter == '-' || letter == '\u2010' || letter == '\u00AD';
    }

    private static boolean compound(String before, String after) {
        int from = before.length();
        while (from > 0 && Character.isLetter(before.charAt(from - 1))) {
            from--;
        }
        int to = 0;
        while (to < after.length() && Character.isLetter(after.charAt(to))) {
            to++;
        }
        String first = before.substring(from).toLowerCase(Locale.FRENCH);
        return FIRST_PARTS.contains(first)
                || SECOND_PARTS.contains(after.substring(0, to))
                || (from > 0 && isHyphen(before.charAt(from - 1)));
    }

    /** Whether a text begins as an item of a list does: a dash, "1°", "a)"… */
    public static boolean isItem(String text) {
        return ITEM.matcher(text).matches();
    }

    /** A paragraph, or an item of a list, by how it begins. */
    public static Block block(String text) {
        return isItem(text) ? new Block(Block.Kind.LIST_ITEM, 0, text, List.of()) : Block.paragraph(text);
    }

    /** The level of a heading by what it says ("Titre II", "Article 3", "2.1 Le budget"); 0 if its words do not tell. */
    public static int division(String text) {
        if (text.length() > 200) {
            return 0;
        }
        String lower = text.toLowerCase(Locale.FRENCH);
        for (int i = 0; i < DIVISIONS.size(); i++) {
            if (DIVISIONS.get(i).matcher(lower).matches()) {
                return i + 1;
            }
        }
        var numbered = NUMBERED.matcher(text);
        return numbered.matches() ? Math.min(6, 1 + numbered.group(1).split("\\.").length) : 0;
    }

    /** Whether a text ends as a sentence, an enumeration or its announcement does. */
    public static boolean ends(String text) {
        String end = text.stripTrailing();
        return !end.isEmpty() && ".;:!?…»".indexOf(end.charAt(end.length() - 1)) >= 0;
    }
}
