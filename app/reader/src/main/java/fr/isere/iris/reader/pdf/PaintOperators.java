package fr.isere.iris.reader.pdf;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * The operators that paint, which PDFBox's text extraction leaves out: of a path only its bounds are kept, since that is what text
 * stands on.
 */
final class PaintOperators {

    private final PDFStreamEngine engine;
    private final Background background;
    private final Colours colours;
    private final ContentStreams streams;
    private @Nullable Rectangle2D path;
    private boolean oblong = true;

    PaintOperators(PDFStreamEngine engine, Background background, Colours colours, ContentStreams streams) {
        this.engine = engine;
        this.background = background;
        this.colours = colours;
        this.streams = streams;
    }

    void register() {
        on("re", this::rectangle);
        Stream.of("m", "l").forEach(name -> on(name, operands -> point(operands, 0)));
        Stream.of("c", "v", "y").forEach(name -> on(name, this::curve));
        Stream.of("f", "F", "f*", "b", "b*", "B", "B*").forEach(name -> on(name, operands -> fill()));
        Stream.of("s", "S").forEach(name -> on(name, operands -> stroke()));
        on("n", operands -> end());
        on("sh", operands -> everywhere());
        on("BI", operands -> image(null));
        engine.addOperator(new Objects(engine));
    }

    private void rectangle(List<COSBase> operands) {
        if (operands.size() < 4) {
            return;
        }
        float x = number(operands, 0);
        float y = number(operands, 1);
        reach(x, y);
        reach(x + number(operands, 2), y + number(operands, 3));
    }

    private void point(List<COSBase> operands, int at) {
        if (operands.size() >= at + 2) {
            reach(number(operands, at), number(operands, at + 1));
        }
    }

    private void curve(List<COSBase> operands) {
        oblong = false;
        point(operands, Math.max(0, operands.size() - 2));
    }

    private void reach(float x, float y) {
        Point2D.Float point = engine.transformedPoint(x, y);
        if (path == null) {
            path = new Rectangle2D.Double(point.getX(), point.getY(), 0, 0);
        } else {
            path.add(point);
        }
    }

    private void fill() {
        if (path != null && engine.getGraphicsState().getNonStrokeAlphaConstant() > 0.1) {
            int colour = colours.of(engine.getGraphicsState().getNonStrokingColor());
            background.paint(path, oblong ? colour : Background.MOTLEY);
        }
        end();
    }

    private void stroke() {
        if (path != null) {
            background.mark();
        }
        end();
    }

    private void end() {
        path = null;
        oblong = true;
    }

    private void everywhere() {
        background.paint(new Rectangle2D.Double(-1e5, -1e5, 2e5, 2e5), Background.MOTLEY);
    }

    private void image(@Nullable COSStream picture) {
        Matrix matrix = engine.getGraphicsState().getCurrentTransformationMatrix();
        Rectangle2D where = new Rectangle2D.Double(matrix.getTranslateX(), matrix.getTranslateY(), 0, 0);
        where.add(matrix.transformPoint(1, 0));
        where.add(matrix.transformPoint(0, 1));
        where.add(matrix.transformPoint(1, 1));
        background.picture(where, picture);
    }

    private static float number(List<COSBase> operands, int at) {
        return operands.get(at) instanceof COSNumber number ? number.floatValue() : 0;
    }

    private void on(String name, Consumer<List<COSBase>> does) {
        engine.addOperator(new OperatorProcessor(engine) {
            @Override
            public void process(Operator operator, List<COSBase> operands) {
                does.accept(operands);
            }

            @Override
            public String getName() {
                return name;
            }
        });
    }

    /** Notes the place of a picture, which is never decoded; forms are read as ever. */
    private final class Objects extends DrawObject {

        private Objects(PDFStreamEngine engine) {
            super(engine);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            if (!operands.isEmpty()
                    && operands.get(0) instanceof COSName name
                    && engine.getResources() != null
                    && engine.getResources().isImageXObject(name)) {
                image(drawn(operands));
            } else {
                requireWhole(operands);
                super.process(operator, operands);
            }
        }

        private void requireWhole(List<COSBase> operands) throws IOException {
            COSStream form = drawn(operands);
            if (form != null) {
                streams.requireWhole(form);
            }
        }

        private @Nullable COSStream drawn(List<COSBase> operands) {
            if (operands.isEmpty() || !(operands.get(0) instanceof COSName name) || engine.getResources() == null) {
                return null;
            }
            COSDictionary objects = engine.getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
            return objects == null ? null : objects.getCOSStream(name);
        }
    }
}
