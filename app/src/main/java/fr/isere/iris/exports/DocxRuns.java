package fr.isere.iris.exports;

import fr.isere.iris.exports.Run.Look;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Words in a paragraph for Word. */
final class DocxRuns {

    private DocxRuns() {}

    static void add(XWPFParagraph paragraph, List<Run> runs) {
        runs.forEach(run -> add(paragraph.createRun(), run));
    }

    private static void add(XWPFRun word, Run run) {
        word.setBold(run.is(Look.BOLD));
        word.setItalic(run.is(Look.ITALIC));
        word.setStrikeThrough(run.is(Look.STRUCK));
        if (run.is(Look.CODE)) {
            word.setStyle("CodeText");
        }
        String[] lines = run.text().split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            if (at > 0) {
                word.addBreak();
            }
            addLine(word, lines[at]);
        }
    }

    private static void addLine(XWPFRun word, String line) {
        String[] parts = line.split("\t", -1);
        for (int at = 0; at < parts.length; at++) {
            if (at > 0) {
                word.addTab();
            }
            if (!parts[at].isEmpty()) {
                word.getCTR().addNewT().setStringValue(parts[at]);
                word.getCTR()
                        .getTArray(word.getCTR().sizeOfTArray() - 1)
                        .setSpace(org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space.PRESERVE);
            }
        }
    }
}
