package fr.isere.iris.reader.office;

import fr.isere.iris.reader.Unreadable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which styles are headings, and which number their paragraphs. */
final class WordStyles {

    private static final Pattern HEADING = Pattern.compile("(?:heading|titre|überschrift)\\s?(\\d)");
    private static final int MOST_BASES = 20;

    private final Map<String, Style> styles = new HashMap<>();

    private static final class Style {
        private String base = "";
        private int outline;
        private int list = -1;
        private int level;
    }

    static WordStyles of(OfficeFile zip) throws IOException, Unreadable {
        WordStyles styles = new WordStyles();
        if (zip.has("word/styles.xml")) {
            try (XmlCursor xml = new XmlCursor(zip.stream("word/styles.xml"))) {
                styles.read(xml);
            }
        }
        return styles;
    }

    private void read(XmlCursor xml) throws IOException, Unreadable {
        Style style = new Style();
        while (xml.next()) {
            if (!xml.starts()) {
                continue;
            }
            switch (xml.name()) {
                case "style" -> {
                    style = new Style();
                    styles.put(xml.attribute("styleId", ""), style);
                }
                case "name" -> named(style, xml.attribute("val", ""));
                case "basedOn" -> style.base = xml.attribute("val", "");
                case "outlineLvl" -> style.outline = xml.number("val", 9) + 1;
                case "numId" -> style.list = xml.number("val", -1);
                case "ilvl" -> style.level = xml.number("val", 0);
                default -> {
                    // looks
                }
            }
        }
    }

    private static void named(Style style, String name) {
        Matcher heading = HEADING.matcher(name.toLowerCase(Locale.ROOT));
        if (heading.matches() && style.outline == 0) {
            style.outline = heading.group(1).charAt(0) - '0';
        } else if (name.equalsIgnoreCase("title") || name.equalsIgnoreCase("titre")) {
            style.outline = 1;
        }
    }

    /** The level of heading that a paragraph is; 0 for none. */
    int heading(Paragraph paragraph) {
        if (paragraph.outline() > 0) {
            return paragraph.outline() <= 9 ? paragraph.outline() : 0;
        }
        Style style = styles.get(paragraph.style());
        for (int i = 0; style != null && i < MOST_BASES; i++) {
            if (style.outline > 0) {
                return style.outline <= 9 ? style.outline : 0;
            }
            style = styles.get(style.base);
        }
        return 0;
    }

    /** Gives a paragraph the numbering of its style where it has none of its own. */
    void number(Paragraph paragraph) {
        Style style = styles.get(paragraph.style());
        for (int i = 0; style != null && paragraph.list() < 0 && i < MOST_BASES; i++) {
            if (style.list >= 0) {
                paragraph.list(style.list);
                paragraph.level(style.level);
            }
            style = styles.get(style.base);
        }
    }
}
