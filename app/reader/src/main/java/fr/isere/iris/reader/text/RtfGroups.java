package fr.isere.iris.reader.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Follows the groups of a rich text while it is read: one that broke off ends before its first group does. */
final class RtfGroups extends FilterInputStream {

    private static final int LONGEST_WORD = 32;

    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private boolean escaped;
    private long binary;
    private int depth;
    private boolean closed;

    RtfGroups(InputStream in) {
        super(in);
    }

    boolean areClosed() {
        return closed;
    }

    @Override
    public int read() throws IOException {
        int letter = super.read();
        if (letter >= 0) {
            take(letter);
        }
        return letter;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        for (int i = 0; i < count; i++) {
            take(bytes[from + i] & 0xFF);
        }
        return count;
    }

    private void take(int letter) {
        if (binary > 0) {
            binary--;
        } else if (escaped) {
            escaped = false;
            inWord = Character.isLetter(letter);
            word.setLength(0);
            word.append((char) letter);
        } else if (inWord && (Character.isLetterOrDigit(letter) || letter == '-')) {
            word.append(word.length() < LONGEST_WORD ? String.valueOf((char) letter) : "");
        } else {
            binary = inWord && letter == ' ' ? binary() : 0;
            inWord = false;
            group(letter);
        }
    }

    private void group(int letter) {
        escaped = letter == '\\';
        if (letter == '{') {
            depth++;
        } else if (letter == '}') {
            depth--;
            closed |= depth == 0;
        }
    }

    /** How many bytes follow that are no text, {@code bin1234} after a backslash. */
    private long binary() {
        String said = word.toString();
        return said.matches("bin\\d{1,9}") ? Long.parseLong(said.substring("bin".length())) : 0;
    }
}
