package fr.isere.iris.reader.pdf;

import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Checks that what draws a page is there to its end: PDFBox reads a stream that breaks off as if it were whole. */
final class ContentStreams {

    private static final long MOST = 100L << 20;

    private ContentStreams() {}

    static boolean whole(PDPage page) throws IOException, Unreadable {
        COSBase contents = page.getCOSObject().getItem(COSName.CONTENTS);
        if (contents == null) {
            return true;
        }
        if (page.getCOSObject().getDictionaryObject(COSName.CONTENTS) == null) {
            return false;
        }
        Iterator<PDStream> streams = page.getContentStreams();
        while (streams.hasNext()) {
            COSStream stream = streams.next().getCOSObject();
            if (COSName.FLATE_DECODE.equals(stream.getFilters()) && !inflates(stream)) {
                return false;
            }
        }
        return true;
    }

    private static boolean inflates(COSStream stream) throws IOException, Unreadable {
        Inflater inflater = new Inflater(true);
        try (InputStream raw = stream.createRawInputStream()) {
            byte[] in = new byte[16 << 10];
            byte[] out = new byte[32 << 10];
            raw.skipNBytes(2);
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int count = raw.read(in);
                    if (count <= 0) {
                        return false;
                    }
                    inflater.setInput(in, 0, count);
                }
                inflater.inflate(out);
                if (inflater.getBytesWritten() > MOST) {
                    throw new Unreadable(ReadingFailure.TOO_BIG_INSIDE);
                }
            }
            return true;
        } catch (DataFormatException | java.io.EOFException broken) {
            return false;
        } finally {
            inflater.end();
        }
    }
}
