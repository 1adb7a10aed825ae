package fr.isere.iris.reader.office;

import fr.isere.iris.reader.PictureRoom;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much of an A4 page a picture takes: where it is more than half each way, no other stands above it or beside it. */
final class PictureSize {

    private static final double WIDTH_CM = 11;
    private static final double HEIGHT_CM = 15.5;
    /** The margins leave 25 cm to a text. */
    private static final double HEIGHT_OF_ALL_CM = 20;

    private static final double EMU_A_CM = 360_000;
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,9})?)(cm|mm|in|pt)");
    private static final Map<String, Double> UNITS_CM = Map.of("cm", 1.0, "mm", 0.1, "in", 2.54, "pt", 2.54 / 72);

    private PictureSize() {}

    /** In the units of Office Open XML. */
    static PictureRoom of(int width, int height) {
        return of(width / EMU_A_CM, height / EMU_A_CM);
    }

    /** As OpenDocument writes lengths, {@code 17.5cm}. */
    static PictureRoom of(String width, String height) {
        return of(centimetres(width), centimetres(height));
    }

    private static PictureRoom of(double width, double height) {
        if (width <= WIDTH_CM || height <= HEIGHT_CM) {
            return PictureRoom.PART;
        }
        return height < HEIGHT_OF_ALL_CM ? PictureRoom.MOST : PictureRoom.ALL;
    }

    private static double centimetres(String length) {
        Matcher parts = LENGTH.matcher(length);
        return parts.matches() ? Double.parseDouble(parts.group(1)) * UNITS_CM.getOrDefault(parts.group(2), 0.0) : 0;
    }
}
