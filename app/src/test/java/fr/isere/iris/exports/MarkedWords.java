package fr.isere.iris.exports;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * How much of a page's text stands between the marks of a tag or of an artifact.
 *
 * @param marked operators that show text there
 * @param unmarked those that show text elsewhere
 */
record MarkedWords(int marked, int unmarked) {

    private static final List<String> SHOWS = List.of("Tj", "TJ", "'", "\"");

    static MarkedWords of(PDPage page) throws IOException {
        int depth = 0;
        int marked = 0;
        int unmarked = 0;
        for (Object token : new PDFStreamParser(page).parse()) {
            if (token instanceof Operator operator) {
                String name = operator.getName();
                if (name.equals("BDC") || name.equals("BMC")) {
                    depth++;
                } else if (name.equals("EMC")) {
                    depth--;
                } else if (SHOWS.contains(name)) {
                    marked += depth > 0 ? 1 : 0;
                    unmarked += depth > 0 ? 0 : 1;
                }
            }
        }
        return new MarkedWords(marked, unmarked);
    }
}
