package fr.isere.iris.tracing;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What a request is followed by, through log lines and engines. It is random and says nothing of anybody.
 *
 * @param id 32 hexadecimal digits, as the W3C has it
 * @see <a href="https://www.w3.org/TR/trace-context/">Trace Context</a>
 */
public record Trace(String id) {

    /** In the log lines, as Elastic's common schema calls it. */
    static final String KEY = "trace.id";

    private static final Pattern PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String NONE = "0".repeat(32);

    /** That of this thread's work; a new one where it has none. */
    public static Trace current() {
        String id = MDC.get(KEY);
        return id == null ? drawn() : new Trace(id);
    }

    /** That of a {@code traceparent} header; a new one if it is none. */
    static Trace of(@Nullable String parent) {
        Matcher told = PARENT.matcher(parent == null ? "" : parent);
        return told.matches() && !told.group(1).equals(NONE) ? new Trace(told.group(1)) : drawn();
    }

    /** The {@code traceparent} header for one call to a server. */
    public String parent() {
        return "00-" + id + "-" + hex() + "-00"; // not sampled: nobody here gathers spans
    }

    /** Does something that belongs to it, on this thread. */
    public <T> T around(Supplier<T> work) {
        String before = MDC.get(KEY);
        MDC.put(KEY, id);
        try {
            return work.get();
        } finally {
            if (before == null) {
                MDC.remove(KEY);
            } else {
                MDC.put(KEY, before);
            }
        }
    }

    private static Trace drawn() {
        return new Trace(hex() + hex());
    }

    /** Never all zeros, which the W3C forbids. */
    private static String hex() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
    }
}
