package fr.isere.iris.exports;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;

/** What an exported file is called: after its title, in characters that every system takes. */
final class FileName {

    private static final int LONGEST = 80;
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}’-]++");
    private static final Pattern EDGES = Pattern.compile("^[ ’-]++|[ ’-]++$");

    /** Names of devices on Windows, whatever their ending. */
    private static final Pattern DEVICE =
            Pattern.compile("(?:con|prn|aux|nul|com\\d|lpt\\d)", Pattern.CASE_INSENSITIVE);

    private FileName() {}

    /** An attachment with the title's own letters, and a name in plain ones for what reads no others. */
    static ContentDisposition of(String title, Format format) {
        return ContentDisposition.attachment()
                .filename(safe(title) + "." + format.extension(), StandardCharsets.UTF_8)
                .build();
    }

    /** Letters and digits, with single spaces, hyphens and apostrophes between them. */
    static String safe(String title) {
        String plain = OTHERS.matcher(title.replace('\'', '’')).replaceAll(" ").strip();
        int end = plain.offsetByCodePoints(0, Math.min(LONGEST, plain.codePointCount(0, plain.length())));
        String name = EDGES.matcher(plain.substring(0, end)).replaceAll("");
        if (name.isEmpty() || DEVICE.matcher(name).matches()) {
            return ("Réponse d’IRIS " + name).strip();
        }
        return name;
    }
}
