package fr.isere.iris.audit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of a file: {@code {"seq":…,"time":…,"who":…,"what":…,"details":{…},"hash":"…"}}.
 *
 * @param body all but the hash, byte for byte what was hashed
 * @param hash of the former line's hash and the body
 */
record Line(String body, String hash) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern START = Pattern.compile("\\{\"seq\":(\\d{1,18}),\"time\":\"([^\"]{1,40})\"");
    private static final Pattern END = Pattern.compile(",\"hash\":\"([0-9a-f]{64})\"\\}");
    private static final int END_LENGTH = 75;

    /** The body's fields. */
    @JsonPropertyOrder({"seq", "time", "who", "what", "details"})
    record Body(long seq, Instant time, String who, String what, SortedMap<String, String> details) {

        Entry entry() {
            return new Entry(time, who, what, details);
        }
    }

    /** What tells a line's place. */
    record Stamp(long seq, Instant time) {}

    /** The line of an entry that follows another line. */
    static Line of(long seq, Entry entry, String previous, Chain chain) {
        String json = JSON.writeValueAsString(new Body(seq, entry.time(), entry.who(), entry.what(), entry.details()));
        String body = json.substring(0, json.length() - 1);
        return new Line(body, chain.hash(previous, body));
    }

    /** The line with this text; empty if it is none. */
    static Optional<Line> parse(String text) {
        int end = text.length() - END_LENGTH;
        if (end < 0) {
            return Optional.empty();
        }
        Matcher hash = END.matcher(text).region(end, text.length());
        return hash.matches() ? Optional.of(new Line(text.substring(0, end), hash.group(1))) : Optional.empty();
    }

    /** Its number and time, without reading the rest: most lines need no more. Empty if they cannot be read. */
    Optional<Stamp> stamp() {
        Matcher start = START.matcher(body);
        try {
            return start.lookingAt()
                    ? Optional.of(new Stamp(Long.parseLong(start.group(1)), Instant.parse(start.group(2))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Its fields; empty if they cannot be read. */
    Optional<Body> read() {
        try {
            Body read = JSON.readValue(body + '}', Body.class);
            return read.time() == null || read.who() == null || read.what() == null || read.details() == null
                    ? Optional.empty()
                    : Optional.of(read);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** As it stands in the file, without the line's end. */
    String text() {
        return body + ",\"hash\":\"" + hash + "\"}";
    }
}
