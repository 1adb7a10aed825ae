package fr.isere.iris.reader.office;

import fr.isere.iris.reader.Letters;
import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.Prose;
import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.Block;
import java.util.ArrayList;
import java.util.List;

/** The rows of one sheet, under its name: at the head of each page, where a long sheet takes several. */
final class Sheet {

    private static final int CHARACTERS = 3_000;
    /** A sheet may name a cell in its last column, and have nothing before it. */
    private static final int MOST_COLUMNS = 200;

    private final String name;
    private final PageCutter pages;
    private final List<String> row = new ArrayList<>();
    private int length;
    private boolean named;

    Sheet(String name, PageCutter pages) {
        this.name = name;
        this.pages = pages;
    }

    /** A cell of the row that is open, at its column from 0. */
    void cell(int column, String text) {
        if (column < MOST_COLUMNS && !text.isBlank()) {
            while (row.size() < column) {
                row.add("");
            }
            row.add(Letters.clean(text).replace('\n', ' ').strip());
        }
    }

    void endRow() throws Unreadable {
        if (row.isEmpty()) {
            return;
        }
        if (length > CHARACTERS) {
            pages.endPage();
            named = false;
            length = 0;
        }
        if (!named) {
            pages.add(Block.heading(1, name));
            named = true;
        }
        long filled = row.stream().filter(cell -> !cell.isEmpty()).count();
        Block block = filled == 1 ? Prose.block(row.get(row.size() - 1)) : Block.row(row);
        pages.add(block);
        length += block.text().length();
        row.clear();
    }

    void end() throws Unreadable {
        endRow();
        pages.endSheet();
    }
}
