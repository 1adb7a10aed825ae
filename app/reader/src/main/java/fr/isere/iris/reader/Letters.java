package fr.isere.iris.reader;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Characters as text should have them: composed, in the order in which they are read, without what only serves printing. */
public final class Letters {

    private static final Map<String, String> ACCENTS = Map.of(
            "´", "\u0301", "`", "\u0300", "^", "\u0302", "ˆ", "\u0302", "¨", "\u0308", "¸", "\u0327", "˜", "\u0303");

    private Letters() {}

    /** The combining form of an accent that stands alone; null for anything else. */
    public static @Nullable String accent(String text) {
        return text.length() != 1 || Character.isLetterOrDigit(text.charAt(0)) ? null : ACCENTS.get(text);
    }

    /**
     * The text of a line that was put together from left to right: what is written from right to left is turned, ligatures and
     * presentation forms become their letters.
     */
    public static String logical(String line) {
        if (plain(line)) {
            return line;
        }
        String ordered = rightToLeft(line) ? turned(line) : line;
        return clean(ordered);
    }

    /** Composed, without soft hyphens, control characters and other invisible ones. */
    public static String clean(String text) {
        if (plain(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (letter == '\t' || letter == 0xA0 || letter == 0x2007 || letter == 0x3000) {
                clean.append(letter == 0xA0 ? '\u00A0' : ' ');
            } else if (presentation(letter)) {
                clean.append(Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC));
            } else if (letter >= 0xF0A7 && letter <= 0xF0D8) {
                clean.append('•');
            } else if (!invisible(letter)) {
                clean.appendCodePoint(letter);
            }
        });
        return Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < ' '
                    || (letter >= 0x7F && letter <= 0xA0)
                    || letter == 0xAD
                    || (letter >= 0x2C0 && !punctuation(letter))) {
                return false;
            }
        }
        return true;
    }

    private static boolean punctuation(char letter) {
        return (letter >= 0x2010 && letter <= 0x2026) || letter == 0x20AC || letter == 0x202F;
    }

    private static boolean presentation(int letter) {
        return (letter >= 0xFB00 && letter <= 0xFDFF) || (letter >= 0xFE70 && letter <= 0xFEFE);
    }

    private static boolean invisible(int letter) {
        int type = Character.getType(letter);
        return (type == Character.CONTROL && letter != '\n')
                || letter == 0xAD
                || letter == 0xFFFD
                || (letter >= 0x200B && letter <= 0x200F)
                || (letter >= 0x202A && letter <= 0x202E)
                || (letter >= 0x2060 && letter <= 0x2069)
                || (letter >= 0xE0000 && letter <= 0xE007F)
                || letter == 0xFEFF
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE;
    }

    private static boolean rightToLeft(String text) {
        return text.codePoints().anyMatch(Letters::turns);
    }

    private static boolean turns(int letter) {
        byte direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /** As the order on paper is to the order in memory, so is that to this: turning twice gives the first. */
    private static String turned(String line) {
        boolean mostly = line.codePoints().filter(Letters::turns).count() * 2
                > line.codePoints().filter(Character::isLetter).count();
        Bidi bidi = new Bidi(line, mostly ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        Integer[] runs = new Integer[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            runs[i] = i;
        }
        Bidi.reorderVisually(levels, 0, runs, 0, count);
        StringBuilder result = new StringBuilder(line.length());
        for (int i = 0; i < count; i++) {
            String run = line.substring(bidi.getRunStart(runs[i]), bidi.getRunLimit(runs[i]));
            result.append(bidi.getRunLevel(runs[i]) % 2 == 0 ? run : mirrored(run));
        }
        return result.toString();
    }

    private static String mirrored(String run) {
        StringBuilder reversed = new StringBuilder(run).reverse();
        for (int i = 0; i < reversed.length(); i++) {
            int pair = "()[]{}«»<>".indexOf(reversed.charAt(i));
            if (pair >= 0) {
                reversed.setCharAt(i, ")(][}{»«><".charAt(pair));
            }
        }
        return reversed.toString();
    }
}
