package fr.isere.iris.reader.pdf;

import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
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

    private static final List<String> FLATE = List.of(COSName.FLATE_DECODE.getName(), "Fl");

    private final Set<COSStream> whole = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Checks what a page draws by its name, once for all pages.
     *
     * @throws IOException if it breaks off
     */
    void requireWhole(COSStream form) throws IOException {
        try {
            if (!whole.contains(form) && !inflates(form)) {
                throw new IOException("a form breaks off");
            }
        } catch (Unreadable tooMuch) {
            throw new UncheckedIOException(new IOException(tooMuch));
        }
        whole.add(form);
    }

    boolean whole(PDPage page) throws IOException, Unreadable {
        COSBase contents = page.getCOSObject().getItem(COSName.CONTENTS);
        if (contents == null) {
            return true;
        }
        if (page.getCOSObject().getDictionaryObject(COSName.CONTENTS) == null) {
            return false;
        }
        Iterator<PDStream> streams = page.getContentStreams();
        while (streams.hasNext()) {
            if (!inflates(streams.next().getCOSObject())) {
                return false;
            }
        }
        return true;
    }

    /** Whether it can be unpacked to its end, as far as this is told by its packing: others have no end mark. */
    private static boolean inflates(COSStream packed) throws IOException, Unreadable {
        PDStream stream = new PDStream(packed);
        if (stream.getFilters().stream().map(COSName::getName).noneMatch(FLATE::contains)) {
            return true;
        }
        Inflater inflater = new Inflater(true);
        try (InputStream raw = stream.createInputStream(FLATE)) {
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
