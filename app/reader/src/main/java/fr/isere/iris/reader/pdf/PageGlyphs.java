package fr.isere.iris.reader.pdf;

import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reading.ReadingFailure;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Takes what PDFBox finds on one page, and leaves out what nobody sees: letters in the colour of what is behind them, invisible ones
 * over no picture (over one, they are a scanner's own recognition), ones below a point, ones off the page, and the second copy of what
 * is drawn twice to look bold.
 */
final class PageGlyphs extends PDFTextStripper {

    /** No page of text has as many; a form that draws itself again and again has. */
    private static final int MOST_OPERATORS = 3_000_000;

    private static final float SMALLEST = 1;

    private final Background background;
    private final ContentStreams streams;
    private final Colours colours = new Colours();
    private final Fonts fonts;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final StringBuilder slanted = new StringBuilder();
    private final Set<Long> drawn = new HashSet<>();
    private final PDPage page;
    private final long most;
    private final Map<PDFont, Integer> unknown = new HashMap<>();
    private int recognised;
    private int operators;
    private boolean seen = true;
    private int hidden;

    private PageGlyphs(PDPage page, Fonts fonts, ContentStreams streams, long most) {
        this.page = page;
        this.fonts = fonts;
        this.streams = streams;
        this.background = new Background(bounds(page.getCropBox()));
        this.most = most;
        setShouldSeparateByBeads(false);
        addOperator(new SetNonStrokingColor(this));
        addOperator(new SetNonStrokingColorN(this));
        addOperator(new SetNonStrokingColorSpace(this));
        addOperator(new SetNonStrokingDeviceGrayColor(this));
        addOperator(new SetNonStrokingDeviceRGBColor(this));
        addOperator(new SetNonStrokingDeviceCMYKColor(this));
        new PaintOperators(this, background, colours, streams).register();
    }

    static PageContent of(PDPage page, int number, Fonts fonts, ContentStreams streams, long most)
            throws IOException, Unreadable {
        fonts.pageBegins();
        PageGlyphs reader = new PageGlyphs(page, fonts, streams, most);
        try {
            reader.processPage(page);
            reader.annotations();
        } catch (UncheckedIOException tooMuch) {
            throw new Unreadable(ReadingFailure.TOO_BIG_INSIDE, tooMuch);
        }
        PDRectangle box = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        return new PageContent(
                number,
                turned ? box.getHeight() : box.getWidth(),
                turned ? box.getWidth() : box.getHeight(),
                reader.glyphs,
                reader.slanted.toString(),
                fonts.lost(reader.unknown),
                reader.recognised,
                reader.hidden,
                reader.background.marked() || reader.background.pictured() || !reader.unknown.isEmpty(),
                reader.background.pictures());
    }

    /** What was filled into a form, or written onto the page since: the page shows it, and its own content does not have it. */
    private void annotations() throws IOException {
        PDGraphicsState state = getGraphicsState();
        state.getTextState().setRenderingMode(RenderingMode.FILL);
        state.setNonStrokingColor(PDDeviceGray.INSTANCE.getInitialColor());
        state.setNonStrokeAlphaConstant(1);
        for (PDAnnotation annotation : page.getAnnotations(Annotations::shows)) {
            PDAppearanceStream drawn = annotation.getNormalAppearanceStream();
            if (drawn != null) {
                streams.requireWhole(drawn.getCOSObject());
                showAnnotation(annotation);
            } else if (Annotations.says(annotation)) {
                throw new IOException("something is written on the page that nothing draws");
            }
        }
    }

    /** The page is put together from its glyphs, and not by what would be called from here. */
    @Override
    protected void writePage() {}

    /** PDFBox logs the errors of a content stream and goes on; what it then leaves out would be missing unseen. */
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
        throw e;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators > MOST_OPERATORS) {
            throw tooMuch();
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        seen = visible(rendering);
        if (seen && fonts.unknown(font, code)) {
            unknown.merge(font, 1, Integer::sum);
        }
        super.showGlyph(rendering, font, code, displacement);
    }

    private boolean visible(Matrix rendering) {
        PDGraphicsState state = getGraphicsState();
        float x = rendering.getTranslateX();
        float y = rendering.getTranslateY();
        RenderingMode mode = state.getTextState().getRenderingMode();
        if (invisible(mode)) {
            return background.motley(x, y);
        }
        if (!mode.isFill()) {
            return true;
        }
        float size = Math.max(Math.abs(rendering.getScalingFactorX()), Math.abs(rendering.getScalingFactorY()));
        return state.getNonStrokeAlphaConstant() > 0.03
                && !background.hides(colours.of(state.getNonStrokingColor()), x + size * 0.2, y + size * 0.2);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        String letters = text.getVisuallyOrderedUnicode();
        float size = text.getFontSizeInPt();
        hidden += !seen && letters != null && !letters.isBlank() ? 1 : 0;
        if (!seen || letters == null || letters.isEmpty() || Math.abs(size) < SMALLEST || offPage(text)) {
            return;
        }
        if (glyphs.size() >= most) {
            throw tooMuch();
        }
        if (slants(text)) {
            slanted.append(letters);
        } else if (!isSecond(text, letters, Math.abs(size))) {
            glyphs.add(new Glyph(
                    letters,
                    text.getXDirAdj(),
                    text.getYDirAdj() + Math.round(text.getDir()) * Lines.TURNED,
                    text.getWidthDirAdj(),
                    Math.abs(size),
                    text.getWidthOfSpace(),
                    fonts.bold(text.getFont())
                            || getGraphicsState().getTextState().getRenderingMode() == RenderingMode.FILL_STROKE,
                    letters.isBlank()));
            if (invisible(getGraphicsState().getTextState().getRenderingMode())) {
                recognised++;
            }
        }
    }

    private static boolean invisible(RenderingMode mode) {
        return mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP;
    }

    private static Rectangle2D bounds(PDRectangle box) {
        return new Rectangle2D.Float(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
    }

    private boolean offPage(TextPosition text) {
        return text.getX() < -text.getWidth()
                || text.getY() < 0
                || (text.getX() > text.getPageWidth()
                        && text.getX() > page.getCropBox().getWidth())
                || text.getY() > text.getPageHeight() + text.getFontSizeInPt();
    }

    private static boolean slants(TextPosition text) {
        Matrix matrix = text.getTextMatrix();
        float across = Math.abs(matrix.getShearY());
        float along = Math.abs(matrix.getScaleX());
        return Math.min(across, along) > 0.1 * Math.max(across, along);
    }

    private boolean isSecond(TextPosition text, String letters, float size) {
        float grain = Math.max(0.3f, size * 0.1f);
        int x = Math.round(text.getXDirAdj() / grain);
        int y = Math.round(text.getYDirAdj() / grain);
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                if (drawn.contains(spot(letters, x + dx, y + dy))) {
                    return true;
                }
            }
        }
        return !drawn.add(spot(letters, x, y));
    }

    /** Mixed well, since neighbours on a line would share their places in a table otherwise. */
    private static long spot(String letters, int x, int y) {
        long place = (long) letters.hashCode() << 32 ^ (long) x << 16 ^ y;
        return (place ^ place >>> 29) * 0x9E3779B97F4A7C15L;
    }

    private static UncheckedIOException tooMuch() {
        return new UncheckedIOException(new IOException("more on one page than a page has"));
    }
}
