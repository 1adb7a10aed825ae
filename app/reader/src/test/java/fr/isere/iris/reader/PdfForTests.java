package fr.isere.iris.reader;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Makes PDFs line by line: where, how large, in which colour. */
final class PdfForTests implements AutoCloseable {

    static final PDFont PLAIN = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    static final PDFont BOLD = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);

    private final PDDocument document = new PDDocument();
    private PDPageContentStream page;

    PdfForTests() {
        this.page = open();
    }

    private PDPageContentStream open() {
        try {
            PDPage next = new PDPage(PDRectangle.A4);
            document.addPage(next);
            return new PDPageContentStream(document, next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PdfForTests nextPage() {
        try {
            page.close();
            page = open();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PdfForTests line(float x, float y, String text) {
        return line(PLAIN, 11, x, y, text);
    }

    PdfForTests line(PDFont font, float size, float x, float y, String text) {
        try {
            page.beginText();
            page.setFont(font, size);
            page.newLineAtOffset(x, y);
            page.showText(text);
            page.endText();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PDFont font(String resource) {
        try {
            return PDType0Font.load(document, PdfForTests.class.getResourceAsStream(resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PdfForTests colour(Color colour) {
        try {
            page.setNonStrokingColor(colour);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PdfForTests mode(RenderingMode mode) {
        try {
            page.beginText();
            page.setRenderingMode(mode);
            page.endText();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PdfForTests box(float x, float y, float width, float height) {
        try {
            page.addRect(x, y, width, height);
            page.fill();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture of no letters, as far as anybody recognises any. */
    PdfForTests picture(float x, float y, float width, float height) {
        return picture(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY), x, y, width, height);
    }

    PdfForTests picture(BufferedImage picture, float x, float y, float width, float height) {
        return picture(embedded(picture), x, y, width, height);
    }

    PdfForTests picture(PDImageXObject picture, float x, float y, float width, float height) {
        try {
            page.drawImage(picture, x, y, width, height);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To be drawn more than once. */
    PDImageXObject embedded(BufferedImage picture) {
        try {
            return LosslessFactory.createFromImage(document, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] locked(String password) throws IOException {
        StandardProtectionPolicy policy = new StandardProtectionPolicy(password, password, new AccessPermission());
        document.protect(policy);
        return bytes();
    }

    /** With a font whose glyphs are numbered as the maker pleased, and nothing that tells which letters they are. */
    byte[] without(PDFont map) {
        bytes(); // the subset is made
        map.getCOSObject().removeItem(COSName.TO_UNICODE);
        return bytes();
    }

    byte[] bytes() {
        try {
            page.close();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
