package fr.isere.iris.reader.ocr;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The plainest format that Tesseract reads: what a compressed one would save on disk it would cost in time. */
final class GreyMap {

    private GreyMap() {}

    static void write(BufferedImage image, Path file) throws IOException {
        byte[] dots = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        String head = "P5\n%d %d\n255\n".formatted(image.getWidth(), image.getHeight());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(dots, 0, image.getWidth() * image.getHeight());
        }
    }
}
