package fr.isere.iris.reader;

import fr.isere.iris.reader.office.OfficeFile;
import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** What a zip file is: its manifest says it. Macros make no difference: nothing here runs them. */
final class ZipKind {

    private static final Map<String, DocumentKind> OPEN_DOCUMENT = Map.of(
            "application/vnd.oasis.opendocument.text", DocumentKind.ODT,
            "application/vnd.oasis.opendocument.text-template", DocumentKind.ODT,
            "application/vnd.oasis.opendocument.presentation", DocumentKind.ODP,
            "application/vnd.oasis.opendocument.presentation-template", DocumentKind.ODP,
            "application/vnd.oasis.opendocument.spreadsheet", DocumentKind.ODS,
            "application/vnd.oasis.opendocument.spreadsheet-template", DocumentKind.ODS);

    private ZipKind() {}

    static DocumentKind of(Path file) throws IOException, Unreadable {
        try (OfficeFile zip = OfficeFile.open(file)) {
            if (zip.has("mimetype")) {
                DocumentKind kind = OPEN_DOCUMENT.get(zip.text("mimetype").strip());
                if (kind != null) {
                    return openDocument(zip, kind);
                }
            }
            if (zip.has("[Content_Types].xml")) {
                return openXml(zip);
            }
        }
        throw new Unreadable(ReadingFailure.UNKNOWN_TYPE);
    }

    private static DocumentKind openDocument(OfficeFile zip, DocumentKind kind) throws IOException, Unreadable {
        if (zip.has("META-INF/manifest.xml")
                && zip.text("META-INF/manifest.xml").contains("encryption-data")) {
            throw new Unreadable(ReadingFailure.ENCRYPTED);
        }
        if (!zip.has("content.xml")) {
            throw new Unreadable(ReadingFailure.DAMAGED);
        }
        return kind;
    }

    private static DocumentKind openXml(OfficeFile zip) throws Unreadable {
        if (zip.has("word/document.xml")) {
            return DocumentKind.DOCX;
        }
        if (zip.has("xl/workbook.xml")) {
            return DocumentKind.XLSX;
        }
        if (zip.has("ppt/presentation.xml")) {
            return DocumentKind.PPTX;
        }
        throw new Unreadable(ReadingFailure.UNKNOWN_TYPE);
    }
}
