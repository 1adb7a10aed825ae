package fr.isere.iris.reader.office;

import fr.isere.iris.reader.Letters;
import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.Prose;
import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadingFailure;
import java.util.ArrayList;
import java.util.List;

/** The rows of one sheet, under its name: at the head of each page, where a long sheet takes several. */
final class Sheet {

    private static final int CHARACTERS = 3_000;
    /** Up to here a row keeps the places of its empty cells: a sheet may name a cell in its last column, and have nothing before it. */
    private static final int MOST_EMPTY = 200;
    /** A cell may say that it is repeated as often as it likes. */
    private static final int MOST_OF_A_ROW = 500_000;

    private final String name;
    private final PageCutter pages;
    private final List<String> row = new ArrayList<>();
    private int length;
    private int rowLength;
    private boolean named;

    Sheet(String name, PageCutter pages) {
        this.name = name;
        this.pages = pages;
    }

    /** A cell of the row that is open, at its column from 0. */
    void cell(int column, String text) throws Unreadable {
        if (text.isBlank()) {
            return;
        }
        while (row.size() < Math.min(column, MOST_EMPTY)) {
            row.add("");
        }
        String cell = Letters.clean(text).replace('\n', ' ').strip();
        rowLength += cell.length();
        if (rowLength > MOST_OF_A_ROW) {
            throw new Unreadable(ReadingFailure.TOO_BIG_INSIDE);
        }
        row.add(cell);
    }

    /**
     * Ends the row that is open.
     *
     * @param times how often it stands in the sheet
     */
    void endRow(int times) throws Unreadable {
        for (int i = 0; i < times && !row.isEmpty(); i++) {
            add();
        }
        row.clear();
        rowLength = 0;
    }

    private void add() throws Unreadable {
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
    }

    void end() throws Unreadable {
        endRow(1);
        pages.endSheet();
    }
}
