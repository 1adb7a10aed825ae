package fr.isere.iris.exports;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Tables of an answer. Ragged rows come out of the parser as wide as the header. */
final class Tables {

    private Tables() {}

    static Block of(TableBlock table) {
        List<TableRow> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow found) {
                    rows.add(found);
                }
            }
        }
        List<TableCell> header = cells(rows.get(0));
        return new Block.Table(
                header.stream().map(Runs::in).toList(),
                header.stream().map(cell -> side(cell.getAlignment())).toList(),
                rows.stream().skip(1).map(row -> wide(row, header.size())).toList());
    }

    private static List<List<Run>> wide(TableRow row, int columns) {
        List<List<Run>> cells =
                new ArrayList<>(cells(row).stream().limit(columns).map(Runs::in).toList());
        while (cells.size() < columns) {
            cells.add(List.of());
        }
        return cells;
    }

    private static List<TableCell> cells(TableRow row) {
        List<TableCell> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell found) {
                cells.add(found);
            }
        }
        return cells;
    }

    private static Block.Side side(TableCell.@Nullable Alignment alignment) {
        if (alignment == null) {
            return Block.Side.LEFT;
        }
        return switch (alignment) {
            case LEFT -> Block.Side.LEFT;
            case CENTER -> Block.Side.CENTER;
            case RIGHT -> Block.Side.RIGHT;
        };
    }
}
