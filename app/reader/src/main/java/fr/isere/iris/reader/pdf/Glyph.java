package fr.isere.iris.reader.pdf;

/**
 * A visible character (or ligature) where the page puts it, in points, as seen by who reads it upright: {@code y} is the baseline and
 * grows downwards.
 *
 * @param space how wide a space of its font is, by which a gap is known as one
 */
record Glyph(String text, float x, float y, float width, float size, float space, boolean bold, boolean blank) {

    float end() {
        return x + width;
    }
}
