package fr.isere.iris.reader.office;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a picture is as big as a page: more than half an A4 page each way, so that no other stands above it or beside it. */
final class PictureSize {

    private static final double WIDTH_CM = 11;
    private static final double HEIGHT_CM = 15.5;
    private static final double EMU_A_CM = 360_000;
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,9})?)(cm|mm|in|pt)");
    private static final Map<String, Double> UNITS_CM = Map.of("cm", 1.0, "mm", 0.1, "in", 2.54, "pt", 2.54 / 72);

    private PictureSize() {}

    /** In the units of Office Open XML. */
    static boolean fillsAPage(int width, int height) {
        return width / EMU_A_CM > WIDTH_CM && height / EMU_A_CM > HEIGHT_CM;
    }

    /** As OpenDocument writes lengths, {@code 17.5cm}. */
    static boolean fillsAPage(String width, String height) {
        return centimetres(width) > WIDTH_CM && centimetres(height) > HEIGHT_CM;
    }

    private static double centimetres(String length) {
        Matcher parts = LENGTH.matcher(length);
        return parts.matches() ? Double.parseDouble(parts.group(1)) * UNITS_CM.getOrDefault(parts.group(2), 0.0) : 0;
    }
}
