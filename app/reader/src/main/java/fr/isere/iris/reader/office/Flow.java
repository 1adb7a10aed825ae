package fr.isere.iris.reader.office;

import fr.isere.iris.reader.Letters;
import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.Prose;
import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.Block;
import java.util.List;

/** Turns the paragraphs and rows of a text document into blocks, alike for Word and LibreOffice. */
final class Flow {

    private final PageCutter pages;

    Flow(PageCutter pages) {
        this.pages = pages;
    }

    void heading(int level, String text) throws Unreadable {
        String clean = Letters.clean(text).replace('\n', ' ').strip();
        if (!clean.isEmpty()) {
            pages.add(Block.heading(Math.min(Math.max(level, 1), 6), clean));
        }
    }

    void item(String marker, String text) throws Unreadable {
        String clean = Letters.clean(text).replace('\n', ' ').strip();
        if (!clean.isEmpty()) {
            String marked = Prose.isItem(clean) ? clean : (marker + ' ' + clean).strip();
            pages.add(new Block(Block.Kind.LIST_ITEM, 0, marked, List.of()));
        }
    }

    /** A line break ends a paragraph where a sentence or an item ends; elsewhere it only wraps. */
    void paragraph(String text) throws Unreadable {
        StringBuilder open = new StringBuilder();
        for (String line : Letters.clean(text).split("\n", -1)) {
            String clean = line.strip();
            if (clean.isEmpty() || Prose.isItem(clean) || Prose.ends(open.toString())) {
                close(open);
            }
            if (!clean.isEmpty()) {
                open.append(open.length() == 0 ? "" : " ").append(clean);
            }
        }
        close(open);
    }

    /** A table of one column only frames its text. */
    void row(List<String> cells) throws Unreadable {
        if (cells.size() == 1) {
            paragraph(cells.get(0));
        } else if (!cells.isEmpty()) {
            pages.add(Block.row(cells));
        }
    }

    void note(String text) throws Unreadable {
        pages.note(Letters.clean(text).replace('\n', ' '));
    }

    void pageBreak() throws Unreadable {
        pages.endPage();
    }

    private void close(StringBuilder open) throws Unreadable {
        if (open.length() > 0) {
            pages.add(Prose.block(open.toString()));
            open.setLength(0);
        }
    }
}
