package fr.isere.iris.reader.office;

import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.ReadingFailure;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Steps through a part, element by element, by local names: each format has one namespace for each name that matters here. */
final class XmlCursor implements Closeable {

    /** A table in a cell of a table takes a dozen. */
    private static final int DEEPEST = 1_000;

    private final InputStream in;
    private final XMLStreamReader reader;
    private int depth;

    XmlCursor(InputStream in) throws IOException {
        this.in = in;
        try {
            this.reader = SafeXml.reader(in);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** Whether there is something more. */
    boolean next() throws IOException, Unreadable {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            reader.next();
            if (starts()) {
                depth++;
                if (depth > DEEPEST) {
                    throw new Unreadable(ReadingFailure.TOO_NESTED);
                }
            } else if (ends()) {
                depth--;
            }
            return true;
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    boolean starts() {
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    boolean ends() {
        return reader.getEventType() == XMLStreamConstants.END_ELEMENT;
    }

    boolean isText() {
        int type = reader.getEventType();
        return type == XMLStreamConstants.CHARACTERS
                || type == XMLStreamConstants.CDATA
                || type == XMLStreamConstants.SPACE;
    }

    String text() {
        return reader.getText();
    }

    String name() {
        return reader.getLocalName();
    }

    /** Prefix and local name, for formats that use one local name for several things; prefixes are what all programs write. */
    String qualified() {
        return reader.getPrefix() + ':' + reader.getLocalName();
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The part that the element stands for: of its two attributes of this local name, the one in the namespace of relations. */
    String relation() {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (reader.getAttributeLocalName(i).equals("id")
                    && namespace != null
                    && namespace.endsWith("/relationships")) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    String attribute(String name, String otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : value;
    }

    int number(String name, int otherwise) {
        String value = attribute(name);
        return value != null && value.matches("-?\\d{1,9}") ? Integer.parseInt(value) : otherwise;
    }

    /** Whether a switch is on: there, and not said to be off. */
    boolean on() {
        String value = attribute("val", "true");
        return !(value.equals("false") || value.equals("0") || value.equals("off"));
    }

    /** Steps over all that is in the element that just began. */
    void skip() throws IOException, Unreadable {
        int outside = depth - 1;
        while (depth > outside && next()) {
            // nothing of it is read
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static IOException failure(XMLStreamException e) {
        Throwable nested = e.getNestedException();
        return nested instanceof IOException io ? io : new IOException(e);
    }
}
