package fr.isere.iris.reader.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.jspecify.annotations.Nullable;

/**
 * Colours as 0xRRGGBB, near enough to tell text from paper. By hand and not by colour profiles: those cost a cold worker half a second
 * and settle shades that do not matter here.
 */
final class Colours {

    private @Nullable PDColor last;
    private int lastValue;

    int of(PDColor colour) {
        if (colour != last) {
            last = colour;
            lastValue = compute(colour);
        }
        return lastValue;
    }

    private static int compute(PDColor colour) {
        if (colour.isPattern() || colour.getColorSpace() == null) {
            return Background.MOTLEY;
        }
        float[] parts = colour.getComponents();
        String space = colour.getColorSpace().getName();
        boolean plain = (space.startsWith("Device") && !space.equals("DeviceN"))
                || space.startsWith("Cal")
                || space.equals("ICCBased");
        if (!plain) {
            return converted(colour);
        }
        return switch (parts.length) {
            case 1 -> rgb(parts[0], parts[0], parts[0]);
            case 3 -> rgb(parts[0], parts[1], parts[2]);
            case 4 ->
                rgb((1 - parts[0]) * (1 - parts[3]), (1 - parts[1]) * (1 - parts[3]), (1 - parts[2]) * (1 - parts[3]));
            default -> Background.MOTLEY;
        };
    }

    private static int converted(PDColor colour) {
        try {
            return colour.toRGB();
        } catch (IOException | RuntimeException unknown) {
            return Background.MOTLEY;
        }
    }

    private static int rgb(float red, float green, float blue) {
        return channel(red) << 16 | channel(green) << 8 | channel(blue);
    }

    private static int channel(float value) {
        return Math.round(Math.max(0, Math.min(1, value)) * 255);
    }
}
