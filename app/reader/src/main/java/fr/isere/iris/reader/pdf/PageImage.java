package fr.isere.iris.reader.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A page as a picture in grey, for recognition: 300 dots an inch, as the makers of Tesseract advise; less where the page is a poster. */
final class PageImage {

    private static final float DOTS = 300;
    private static final float MOST_DOTS = 24_000_000;

    private PageImage() {}

    static BufferedImage of(PDDocument document, int index) throws IOException {
        PDRectangle box = document.getPage(index).getCropBox();
        float area = Math.max(1, box.getWidth() / 72 * box.getHeight() / 72);
        float dots = Math.min(DOTS, (float) Math.sqrt(MOST_DOTS / area));
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImageWithDPI(index, dots, ImageType.GRAY);
    }
}
