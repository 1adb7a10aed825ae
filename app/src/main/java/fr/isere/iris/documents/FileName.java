package fr.isere.iris.documents;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** The name of a file as it may be shown: what some programs send with it is taken off, and what would mislead the eye. */
final class FileName {

    static final String NONE = "Document sans nom";

    private static final int LONGEST = 150;
    private static final int LONGEST_EXTENSION = 10;

    private FileName() {}

    /** Cleaned for the screen; {@link #NONE} if nothing is left. */
    static String shown(@Nullable String sent) {
        String name = sent == null ? "" : Normalizer.normalize(sent, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        // Line ends, other controls, and what reverses, joins or hides: categories Cc, Cf, Cs, Co, Cn, Zl, Zp.
        name = name.replaceAll("[\\p{Zl}\\p{Zp}\\p{Cc}]+", " ").replaceAll("\\p{C}+", "");
        name = name.replaceAll("\\s+", " ").strip();
        return name.isEmpty() || name.chars().allMatch(letter -> letter == '.') ? NONE : shortened(name);
    }

    /** The beginning and the extension, which says more than the middle. */
    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        int kept = LONGEST - 1 - extension.codePointCount(0, extension.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)) + '…' + extension;
    }
}
