package fr.isere.iris.reader.pdf;

import fr.isere.iris.reader.Letters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes words, and segments of words, of the glyphs of one line. */
final class Segments {

    /** In sizes of its font: a gap that no word space has, in text whose spaces are drawn or only left free. */
    private static final float WIDE = 1.5f;
    /** The same where the text draws its spaces, and drew none here: the pen jumped, to another cell or column. */
    private static final float JUMP = 0.7f;

    private final boolean spaced;
    private final List<Segment> done = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Segment.Word> words = new ArrayList<>();
    private final Map<Float, Integer> sizes = new HashMap<>();
    private int letters;
    private int bold;
    private float start;
    private float end;

    private Segments(boolean spaced) {
        this.spaced = spaced;
    }

    /** @param glyphs of one line, from left to right */
    static List<Segment> of(List<Glyph> glyphs, boolean spaced) {
        Segments segments = new Segments(spaced);
        @Nullable Glyph last = null;
        boolean blank = false;
        for (Glyph glyph : glyphs) {
            if (glyph.blank()) {
                blank = true;
            } else {
                segments.next(glyph, last, blank);
                last = glyph;
                blank = false;
            }
        }
        segments.close();
        return segments.done;
    }

    private void next(Glyph glyph, @Nullable Glyph last, boolean blank) {
        if (last == null) {
            open(glyph);
        } else {
            float gap = glyph.x() - end;
            float size = Math.max(glyph.size(), last.size());
            if (gap > WIDE * size || (spaced && !blank && gap > JUMP * size)) {
                close();
                open(glyph);
            } else if ((blank && gap > -0.1f * size) || gap > space(glyph, last)) {
                text.append(' ');
                words.add(new Segment.Word(glyph.x(), text.length(), spaced && !blank));
            }
        }
        append(glyph, last);
    }

    private static float space(Glyph glyph, Glyph last) {
        float space = Math.min(glyph.space(), last.space());
        float size = Math.min(glyph.size(), last.size());
        return space > 0 && space < size ? Math.max(0.5f * space, 0.1f * size) : 0.2f * size;
    }

    private void open(Glyph glyph) {
        start = glyph.x();
        end = glyph.x();
        words.add(new Segment.Word(glyph.x(), 0, false));
    }

    private void append(Glyph glyph, @Nullable Glyph last) {
        String accent = Letters.accent(glyph.text());
        boolean over = last != null && glyph.x() < last.end() - 0.4f * last.width();
        text.append(accent != null && over && text.length() > 0 ? accent : glyph.text());
        end = Math.max(end, glyph.end());
        int count = glyph.text().length();
        letters += count;
        bold += glyph.bold() ? count : 0;
        sizes.merge(Math.round(glyph.size() * 2) / 2f, count, Integer::sum);
    }

    private void close() {
        String all = Letters.logical(text.toString());
        if (!all.isBlank()) {
            float size = sizes.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            done.add(new Segment(all, start, end, size, bold * 10 >= letters * 9, List.copyOf(words)));
        }
        text.setLength(0);
        words.clear();
        sizes.clear();
        letters = 0;
        bold = 0;
    }
}
