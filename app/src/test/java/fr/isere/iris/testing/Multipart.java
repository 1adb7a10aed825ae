package fr.isere.iris.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A body of parts ({@code multipart/form-data}), written as a browser writes it, or as none would. */
public final class Multipart {

    /** Its content type. */
    public static final String TYPE = "multipart/form-data; boundary=----iris";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    /** What the page sends. */
    public static Multipart upload(String conversation, String name, byte[] file) {
        return new Multipart()
                .text("conversationId", conversation)
                .file("file", name, file)
                .end();
    }

    /** Adds a field. */
    public Multipart text(String field, String value) {
        return raw("------iris\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n");
    }

    /** Adds a file; quotes and line ends in its name are escaped as browsers do. */
    public Multipart file(String field, String name, byte[] file) {
        String escaped = name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
        raw("------iris\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + escaped
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        written.writeBytes(file);
        return raw("\r\n");
    }

    /** Ends it. */
    public Multipart end() {
        return raw("------iris--\r\n");
    }

    /** Adds this as it is. */
    public Multipart raw(String text) {
        written.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    byte[] bytes() {
        return written.toByteArray();
    }
}
