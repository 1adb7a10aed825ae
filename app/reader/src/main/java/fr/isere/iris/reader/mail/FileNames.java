package fr.isere.iris.reader.mail;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file of a message is called, in the ways in which mail programs say it. */
final class FileNames {

    private static final Pattern EXTENDED =
            Pattern.compile("(?i)(?:file)?name\\*(?:0\\*)?=\"?([\\w-]+)'[^']*'([^;\"]+)");
    private static final Pattern PLAIN =
            Pattern.compile("(?i)(?:file)?name(?:\\*0)?=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))");

    private FileNames() {}

    static String of(Map<String, String> fields) {
        for (String field : new String[] {"content-disposition", "content-type"}) {
            String value = fields.getOrDefault(field, "");
            Matcher extended = EXTENDED.matcher(value);
            if (extended.find()) {
                return unescaped(extended.group(2), extended.group(1));
            }
            Matcher plain = PLAIN.matcher(value);
            if (plain.find()) {
                return plain.group(1) == null ? plain.group(2) : plain.group(1).replaceAll("\\\\(.)", "$1");
            }
        }
        return "";
    }

    private static String unescaped(String name, String charset) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), Charset.forName(charset));
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }
}
