package fr.isere.iris.reader.office;

import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Excel, by POI's event reader, since only the formats of cells tell a date from a number. Formulas are not computed: their last value counts. */
final class XlsxReader {

    private static final String BOMB = "Zip bomb detected!";

    static {
        // POI's own bounds call a sheet of equal rows a bomb.
        ZipSecureFile.setMinInflateRatio(1.0 / OfficeFile.MOST_RATIO);
        ZipSecureFile.setGraceEntrySize(OfficeFile.RATIO_FROM);
        ZipSecureFile.setMaxEntrySize(OfficeFile.MOST_BYTES);
    }

    private XlsxReader() {}

    static void read(Path file, PageCutter pages) throws IOException, Unreadable {
        try (OPCPackage container = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader workbook = new XSSFReader(container);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(container, false);
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) workbook.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream in = sheets.next()) {
                    Rows rows = new Rows(new Sheet(sheets.getSheetName(), pages));
                    XMLReader parser = XMLHelper.newXMLReader();
                    parser.setContentHandler(new XSSFSheetXMLHandler(
                            workbook.getStylesTable(), strings, rows, new DataFormatter(Locale.FRANCE), false));
                    parser.parse(new InputSource(in));
                    if (!sheets.getSheetPart()
                            .getRelationshipsByType(XSSFRelation.DRAWINGS.getRelation())
                            .isEmpty()) {
                        pages.picture();
                    }
                    rows.sheet.end();
                }
            }
        } catch (Refused e) {
            throw e.reason;
        } catch (OpenXML4JException | SAXException | ParserConfigurationException | IOException | RuntimeException e) {
            throw new Unreadable(isBomb(e) ? ReadingFailure.TOO_BIG_INSIDE : ReadingFailure.DAMAGED, e);
        }
    }

    /** POI has no exception of its own for it. */
    private static boolean isBomb(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(one -> String.valueOf(one.getMessage()).startsWith(BOMB));
    }

    /** Carries a reason through an interface that knows none. */
    private static final class Refused extends RuntimeException {
        private final transient Unreadable reason;

        private Refused(Unreadable reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private static final class Rows implements XSSFSheetXMLHandler.SheetContentsHandler {

        private final Sheet sheet;
        private int next;

        private Rows(Sheet sheet) {
            this.sheet = sheet;
        }

        @Override
        public void startRow(int row) {
            next = 0;
        }

        @Override
        public void endRow(int row) {
            try {
                sheet.endRow(1);
            } catch (Unreadable e) {
                throw new Refused(e);
            }
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String text, @Nullable XSSFComment comment) {
            int column = reference == null ? next : new CellReference(reference).getCol();
            next = column + 1;
            try {
                sheet.cell(column, text == null ? "" : text);
            } catch (Unreadable e) {
                throw new Refused(e);
            }
        }
    }
}
