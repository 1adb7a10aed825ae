package fr.isere.iris.reader.ocr;

import fr.isere.iris.reader.Deadline;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** A picture that is drawn when it is asked for, and not where nothing would read it. */
@FunctionalInterface
public interface Picture {

    /**
     * In grey, one byte a dot.
     *
     * @throws IOException if it cannot be drawn, or not by then
     */
    BufferedImage draw(Deadline end) throws IOException;
}
