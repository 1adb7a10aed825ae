package fr.isere.iris.reader;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of plain text: a byte order mark, else UTF-8 where that is what it is, else Windows' for Western Europe. Line by
 * line, since a file put together from others has several.
 */
public final class TextDecoder {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TextDecoder() {}

    /** The text, without the mark. */
    public static String decode(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return byLine(bytes, 3);
        }
        Charset wide = wide(bytes);
        if (wide != null) {
            String text = new String(bytes, wide);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        return byLine(bytes, 0);
    }

    /** Whether bytes may be text at all: no control characters but those of text, unless two bytes make a letter. */
    static boolean isText(byte[] head) {
        if (wide(head) != null) {
            return true;
        }
        int control = 0;
        for (byte letter : head) {
            boolean layout = letter == '\t' || letter == '\n' || letter == '\r' || letter == '\f' || letter == 0x1A;
            control += letter >= 0 && letter < ' ' && !layout ? 1 : 0;
            if (letter == 0) {
                return false;
            }
        }
        return control * 200 <= head.length;
    }

    private static @Nullable Charset wide(byte[] bytes) {
        if (begins(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        int[] zeros = new int[2];
        int length = Math.min(bytes.length, 4096);
        for (int i = 0; i < length; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        if (zeros[1] > length * 0.35 && zeros[0] < length * 0.05) {
            return StandardCharsets.UTF_16LE;
        }
        return zeros[0] > length * 0.35 && zeros[1] < length * 0.05 ? StandardCharsets.UTF_16BE : null;
    }

    private static String byLine(byte[] bytes, int from) {
        String whole = strict(bytes, from, bytes.length);
        if (whole != null) {
            return whole;
        }
        StringBuilder text = new StringBuilder(bytes.length);
        int start = from;
        for (int i = from; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                int end = Math.min(i + 1, bytes.length);
                String line = strict(bytes, start, end);
                text.append(line == null ? new String(bytes, start, end - start, WINDOWS) : line);
                start = end;
            }
        }
        return text.toString();
    }

    private static @Nullable String strict(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
