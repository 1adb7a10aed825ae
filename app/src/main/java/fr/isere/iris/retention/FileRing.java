package fr.isere.iris.retention;

import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The ring as a JSON file, which the rights of the file protect. */
final class FileRing implements RingFormat {

    private static final int FORMAT = 1;

    private final JsonMapper json = new JsonMapper();

    /**
     * The file.
     *
     * @param format 1
     * @param names Base64
     * @param buckets Base64, by number
     */
    record Document(
            int format, @Nullable String names, @Nullable Map<Integer, String> buckets) {}

    @Override
    public RingKeys parse(byte[] content) throws IOException {
        try {
            Document document = json.readValue(content, Document.class);
            if (document.format() != FORMAT || document.names() == null || document.buckets() == null) {
                throw new IOException("not a key ring of format " + FORMAT);
            }
            SortedMap<Integer, byte[]> buckets = new TreeMap<>();
            document.buckets().forEach((bucket, key) -> buckets.put(bucket, bytes(key)));
            return new RingKeys(bytes(document.names()), buckets);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("not a whole key ring"); // without the cause: it may quote a key
        }
    }

    @Override
    public byte[] write(RingKeys keys) {
        SortedMap<Integer, String> buckets = new TreeMap<>();
        keys.buckets().forEach((bucket, key) -> buckets.put(bucket, text(key)));
        return json.writeValueAsBytes(new Document(FORMAT, text(keys.names()), buckets));
    }

    private static String text(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }
}
