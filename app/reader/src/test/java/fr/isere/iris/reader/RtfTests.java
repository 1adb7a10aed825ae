package fr.isere.iris.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reader.text.RtfReader;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Rich text, as it is taken from its file. */
class RtfTests {

    @Test
    void takesAFileInPiecesAndNotByteByByte() throws IOException, Unreadable {
        byte[] rtf = ("{\\rtf1\\ansi Le conseil vote le budget.\\par " + "Il en a longuement parle. ".repeat(500) + "}")
                .getBytes(StandardCharsets.US_ASCII);
        Counted file = new Counted(new ByteArrayInputStream(rtf));
        ReadDocument read = new ReadDocument();
        PageCutter pages = new PageCutter(read, Bounds.ofPages(100));
        RtfReader.read(file, pages);
        pages.end();
        assertThat(read.text()).startsWith("Le conseil vote le budget.");
        assertThat(file.calls).isLessThan(rtf.length / 100);
    }

    /** How often something is asked of a file: each time is a call of the system. */
    private static final class Counted extends FilterInputStream {

        private int calls;

        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            calls++;
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            calls++;
            return super.read(bytes, from, length);
        }
    }
}
