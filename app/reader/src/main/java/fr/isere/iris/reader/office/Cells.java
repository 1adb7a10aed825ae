package fr.isere.iris.reader.office;

import fr.isere.iris.reader.Letters;
import java.util.ArrayList;
import java.util.List;

/** The rows of a table while it is read; a table in a cell is text of that cell. */
final class Cells {

    private final List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int tables;

    boolean inTable() {
        return tables > 0;
    }

    void tableBegins() {
        tables++;
    }

    void tableEnds() {
        tables--;
    }

    void rowBegins() {
        if (tables == 1) {
            row.clear();
        }
    }

    void cellBegins() {
        if (tables == 1) {
            cell.setLength(0);
        }
    }

    void cellEnds() {
        if (tables == 1) {
            row.add(cell.toString());
        }
    }

    /** A paragraph of the cell. */
    void add(String text) {
        String clean = Letters.clean(text).replace('\n', ' ').strip();
        if (!clean.isEmpty()) {
            cell.append(cell.length() == 0 ? "" : " ").append(clean);
        }
    }

    /** The row that ends here, without the empty cells at its end; empty if nothing is in it, or it is one of a table in a cell. */
    List<String> rowEnds() {
        if (tables != 1) {
            return List.of();
        }
        int filled = row.size();
        while (filled > 0 && row.get(filled - 1).isEmpty()) {
            filled--;
        }
        return filled == 0 ? List.of() : List.copyOf(filled == 1 ? row.subList(0, Math.min(2, row.size())) : row);
    }
}
