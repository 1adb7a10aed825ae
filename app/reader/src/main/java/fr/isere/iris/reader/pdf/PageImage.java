package fr.isere.iris.reader.pdf;

import fr.isere.iris.reader.Deadline;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** A page as a picture in grey, for recognition: 300 dots an inch, as the makers of Tesseract advise; less where the page is a poster. */
final class PageImage {

    private static final float DOTS = 300;
    private static final float MOST_DOTS = 24_000_000;

    private PageImage() {}

    /** Drawn by then, or not at all. */
    static BufferedImage of(PDDocument document, int index, Deadline end) throws IOException {
        PDRectangle box = document.getPage(index).getCropBox();
        float area = Math.max(1, box.getWidth() / 72 * box.getHeight() / 72);
        float dots = Math.min(DOTS, (float) Math.sqrt(MOST_DOTS / area));
        PDFRenderer renderer = new Timed(document, end);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImageWithDPI(index, dots, ImageType.GRAY);
    }

    private static final class Timed extends PDFRenderer {

        private final Deadline end;

        private Timed(PDDocument document, Deadline end) {
            super(document);
            this.end = end;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new TimedDrawer(parameters, end);
        }
    }

    private static final class TimedDrawer extends PageDrawer {

        private final Deadline end;

        private TimedDrawer(PageDrawerParameters parameters, Deadline end) throws IOException {
            super(parameters);
            this.end = end;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (end.passed()) {
                throw new IOException("not drawn in time");
            }
            super.processOperator(operator, operands);
        }
    }
}
