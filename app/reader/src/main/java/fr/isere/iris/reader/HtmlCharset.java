package fr.isere.iris.reader;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoding that a page says it has, where that is one; else the one that it shows. */
final class HtmlCharset {

    private static final Pattern DECLARED = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]{2,40})");
    private static final int WITHIN = 4096;

    private HtmlCharset() {}

    static String decode(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, WITHIN), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        if (declared.find() && !declared.group(1).equalsIgnoreCase("utf-8")) {
            try {
                Charset charset = Charset.forName(declared.group(1));
                boolean latin = charset.equals(StandardCharsets.ISO_8859_1);
                return new String(bytes, latin ? Charset.forName("windows-1252") : charset);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                return TextDecoder.decode(bytes);
            }
        }
        return TextDecoder.decode(bytes);
    }
}
