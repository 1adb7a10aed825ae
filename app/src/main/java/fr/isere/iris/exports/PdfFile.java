package fr.isere.iris.exports;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;

/** A document as a PDF with tags (PDF/UA-1), its fonts in it, that needs nothing from anywhere. */
final class PdfFile {

    static {
        XRLog.setLoggingEnabled(false); // it quotes what it sets
    }

    private PdfFile() {}

    static void write(Paper paper, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useUriResolver((base, uri) -> null);
        builder.withProducer("IRIS");
        builder.useFont(Fonts::sans, Fonts.SANS, 400, FontStyle.NORMAL, true);
        builder.useFont(Fonts::sansBold, Fonts.SANS, 700, FontStyle.NORMAL, true);
        builder.useFont(Fonts::sansItalic, Fonts.SANS, 400, FontStyle.ITALIC, true);
        builder.useFont(Fonts::sansBoldItalic, Fonts.SANS, 700, FontStyle.ITALIC, true);
        builder.useFont(Fonts::mono, Fonts.MONO, 400, FontStyle.NORMAL, true);
        builder.useFont(Fonts::symbols, Fonts.SYMBOLS, 400, FontStyle.NORMAL, true);
        builder.withW3cDocument(HtmlTree.of(Settable.of(paper), Resources.text("pdf.css")), null);
        builder.toStream(out);
        builder.run();
    }
}
