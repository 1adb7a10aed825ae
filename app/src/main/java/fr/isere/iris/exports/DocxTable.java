package fr.isere.iris.exports;

import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** A table for Word, whose header is one, and comes again on each page. */
final class DocxTable {

    private final XWPFDocument document;

    DocxTable(XWPFDocument document) {
        this.document = document;
    }

    void add(Block.Table table) {
        XWPFTable made =
                document.createTable(1 + table.rows().size(), table.header().size());
        made.setStyleID("TableGrid");
        made.setWidth("100%");
        XWPFTableRow header = made.getRow(0);
        header.setRepeatHeader(true);
        fill(header, table.header(), table.sides(), true);
        for (int at = 0; at < table.rows().size(); at++) {
            fill(made.getRow(at + 1), table.rows().get(at), table.sides(), false);
        }
        document.createParagraph().setSpacingAfter(0);
    }

    private static void fill(XWPFTableRow row, List<List<Run>> cells, List<Block.Side> sides, boolean header) {
        row.setCantSplitRow(true);
        for (int at = 0; at < cells.size(); at++) {
            XWPFTableCell cell = row.getCell(at);
            XWPFParagraph paragraph = cell.getParagraphs().get(0);
            paragraph.setStyle("TableText");
            paragraph.setAlignment(side(sides.get(at)));
            DocxRuns.add(paragraph, cells.get(at));
            if (header) {
                cell.setColor("F2F0EA");
                paragraph.getRuns().forEach(run -> run.setBold(true));
            }
        }
    }

    private static ParagraphAlignment side(Block.Side side) {
        return switch (side) {
            case LEFT -> ParagraphAlignment.LEFT;
            case CENTER -> ParagraphAlignment.CENTER;
            case RIGHT -> ParagraphAlignment.RIGHT;
        };
    }
}
