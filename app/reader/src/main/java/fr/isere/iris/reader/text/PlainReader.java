package fr.isere.iris.reader.text;

import fr.isere.iris.reader.Letters;
import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.Prose;
import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.Block;

/** Plain text: paragraphs by empty lines, and by what a line begins and ends with where it was wrapped to a width. */
public final class PlainReader {

    private static final int WRAPPED_FROM = 55;
    private static final int WRAPPED_TO = 110;

    private PlainReader() {}

    /** Reads a text into blocks; a form feed ends a page, wherever it stands. */
    public static void read(String text, PageCutter pages) throws Unreadable {
        for (String page : text.split("\f", -1)) {
            readPage(page, pages);
            pages.endPage();
        }
    }

    private static void readPage(String text, PageCutter pages) throws Unreadable {
        StringBuilder open = new StringBuilder();
        int above = 0;
        for (String line : text.split("\\r\\n|[\\n\\r\\u0085\\u2028\\u2029]", -1)) {
            String clean = Letters.clean(line).strip();
            if (clean.isEmpty() || !goesOn(open, above, clean)) {
                close(open, pages);
            }
            if (!clean.isEmpty()) {
                Prose.join(open, clean);
            }
            above = clean.length();
        }
        close(open, pages);
    }

    private static boolean goesOn(StringBuilder open, int above, String line) {
        if (open.length() == 0 || Prose.isItem(line)) {
            return false;
        }
        boolean wrapped = above >= WRAPPED_FROM && above <= WRAPPED_TO && line.length() <= WRAPPED_TO;
        return wrapped || (Character.isLowerCase(line.charAt(0)) && !Prose.ends(open.toString()));
    }

    private static void close(StringBuilder open, PageCutter pages) throws Unreadable {
        if (open.length() > 0) {
            String text = open.toString();
            int level = text.length() < 120 && !Prose.ends(text) && !Prose.isItem(text) ? Prose.division(text) : 0;
            pages.add(level > 0 ? Block.heading(level, text) : Prose.block(text));
            open.setLength(0);
        }
    }
}
