package fr.isere.iris.reader.office;

import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.DocumentKind;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a document of an office suite, whichever it is. */
public final class OfficeReader {

    private OfficeReader() {}

    /**
     * Reads a file whose kind is known.
     *
     * @throws IOException if it is not what its kind says
     */
    public static void read(DocumentKind kind, Path file, PageCutter pages) throws IOException, Unreadable {
        try (OfficeFile zip = OfficeFile.open(file)) {
            switch (kind) {
                case DOCX -> new DocxReader(zip, pages).read();
                case ODT -> new OdtReader(zip, pages).read();
                case PPTX -> PptxReader.read(zip, pages);
                case ODP -> OdpReader.read(zip, pages);
                case ODS -> OdsReader.read(zip, pages);
                case XLSX -> XlsxReader.read(file, pages);
                default -> throw new IllegalArgumentException(kind.name());
            }
        }
    }
}
