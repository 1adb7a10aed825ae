package fr.isere.iris.verification;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The documents letter by letter, without what typography does: spaces, the shapes of quotation marks, apostrophes and dashes, ligatures.
 */
final class Verbatim {

    /** What the answer left out of the quotation. */
    private static final Pattern LEFT_OUT = Pattern.compile("[\\[(](?:\\.\\.\\.|…)[\\])]");

    private static final String LAST = ".,;:";

    private final Sources sources;
    private final StringBuilder letters = new StringBuilder();
    private final Sources.Numbering blocks = new Sources.Numbering();
    private final Sources.Numbering offsets = new Sources.Numbering();
    private final String all;

    Verbatim(Sources sources) {
        this.sources = sources;
        for (int block = 0; block < sources.blockCount(); block++) {
            String text = sources.blockText(block);
            for (int i = 0; i < text.length(); i++) {
                String folded = fold(text.charAt(i));
                for (int k = 0; k < folded.length(); k++) {
                    blocks.add(block);
                    offsets.add(i);
                }
                letters.append(folded);
            }
        }
        this.all = letters.toString();
    }

    /** Where the words stand; none if a single letter differs. Of a quotation with "[…]" each part must stand somewhere. */
    @Nullable
    Evidence find(String quoted) {
        Evidence first = null;
        for (String part : LEFT_OUT.split(quoted, -1)) {
            String folded = withoutLast(fold(part));
            if (folded.isEmpty()) {
                continue;
            }
            int at = indexOf(folded);
            if (at < 0) {
                return null;
            }
            if (first == null) {
                first = evidence(at, at + folded.length() - 1);
            }
        }
        return first;
    }

    /** The first letter may be a capital here and none there. */
    private int indexOf(String folded) {
        int at = all.indexOf(folded);
        if (at >= 0) {
            return at;
        }
        char first = folded.charAt(0);
        char other = Character.isUpperCase(first) ? Character.toLowerCase(first) : Character.toUpperCase(first);
        return other == first ? -1 : all.indexOf(other + folded.substring(1));
    }

    private Evidence evidence(int first, int last) {
        int block = blocks.get(first);
        int end = last;
        while (end > first && blocks.get(end) != block) {
            end--;
        }
        return sources.evidence(block, offsets.get(first), offsets.get(end) + 1);
    }

    private static String withoutLast(String folded) {
        int end = folded.length();
        while (end > 0 && LAST.indexOf(folded.charAt(end - 1)) >= 0) {
            end--;
        }
        return folded.substring(0, end);
    }

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString();
    }

    private static String fold(char character) {
        if (Fold.isSpace(character) || character == '\u00ad' || character == '|' || character == '*') {
            return "";
        }
        if (Fold.isDash(character)) {
            return "-";
        }
        return switch (character) {
            case '’', '‘', 'ʼ', '´', '`', '′' -> "'";
            case '«', '»', '“', '”', '„' -> "\"";
            case '…' -> "...";
            case 'œ' -> "oe";
            case 'Œ' -> "Oe";
            case 'æ' -> "ae";
            case 'Æ' -> "Ae";
            default -> character >= '\ufb00' && character <= '\ufb04' ? Fold.of(character) : String.valueOf(character);
        };
    }
}
