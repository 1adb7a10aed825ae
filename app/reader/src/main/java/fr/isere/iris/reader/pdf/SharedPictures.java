package fr.isere.iris.reader.pdf;

import java.util.IdentityHashMap;
import org.apache.pdfbox.cos.COSStream;

/** Tells the background of slides from a scan, whose picture is its page's own. */
final class SharedPictures {

    /** A file may have the same scan twice. */
    private static final int FEWEST = 3;

    private final IdentityHashMap<COSStream, Integer> pages = new IdentityHashMap<>();

    /** The next page that is read. */
    void add(Pictures ofAPage) {
        ofAPage.all().forEach(picture -> pages.merge(picture, 1, Integer::sum));
    }

    /** Of the pages that are read so far, as of those whose header repeats. */
    boolean has(COSStream picture) {
        return pages.getOrDefault(picture, 0) >= FEWEST;
    }
}
