package fr.isere.iris.reader.pdf;

import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * What the page painted so far, in its own coordinates, since text is read by people against what is behind it: white letters on white
 * paper are no content, white letters on a blue band are a title.
 */
final class Background {

    /** Not one colour: a picture, a shading, a pattern. Text on it passes for visible. */
    static final int MOTLEY = -1;

    private static final int WHITE = 0xFFFFFF;
    /** Of 255, for each channel: below it, nobody tells the two colours apart on paper. */
    private static final int INDISTINCT = 12;
    /** A page of more shapes is a drawing: the latest are those that a text may stand on. */
    private static final int MOST_AREAS = 4_000;
    /** Of a page: less leaves some of it bare. */
    private static final double ALL = 0.98;

    private final Deque<Area> areas = new ArrayDeque<>();
    private final Rectangle2D page;
    private int ground = WHITE;
    private final Pictures pictures = new Pictures();
    private boolean marked;
    private boolean pictured;

    private record Area(Rectangle2D where, int colour) {}

    /** Of a page of this size. */
    Background(Rectangle2D page) {
        this.page = page;
    }

    void paint(Rectangle2D where, int colour) {
        marked |= colour != WHITE;
        pictured |= colour == MOTLEY;
        areas.addLast(new Area(where, colour));
        if (areas.size() > MOST_AREAS) {
            forget(areas.removeFirst());
        }
    }

    /** What covers the page stays behind all that is painted on it. */
    private void forget(Area oldest) {
        if (part(oldest.where()) > ALL) {
            ground = oldest.colour();
        }
    }

    /** How much of the page is in it, from 0 to 1. */
    private double part(Rectangle2D where) {
        Rectangle2D seen = where.createIntersection(page);
        return seen.isEmpty() || page.isEmpty()
                ? 0
                : seen.getWidth() * seen.getHeight() / (page.getWidth() * page.getHeight());
    }

    /** A picture, whose dots nobody looks at here. */
    void picture(Rectangle2D where, @Nullable COSStream picture) {
        paint(where, MOTLEY);
        pictures.add(picture, part(where));
    }

    Pictures pictures() {
        return pictures;
    }

    void mark() {
        marked = true;
    }

    /** Whether anything was painted that is not white. */
    boolean marked() {
        return marked;
    }

    /** Whether a picture is on the page: what a scanner makes. */
    boolean pictured() {
        return pictured;
    }

    boolean hides(int colour, double x, double y) {
        return colour != MOTLEY && near(colour, behind(x, y));
    }

    boolean motley(double x, double y) {
        return behind(x, y) == MOTLEY;
    }

    private int behind(double x, double y) {
        for (Iterator<Area> latest = areas.descendingIterator(); latest.hasNext(); ) {
            Area area = latest.next();
            if (area.where().contains(x, y)) {
                return area.colour();
            }
        }
        return ground;
    }

    private static boolean near(int a, int b) {
        return b != MOTLEY
                && Math.abs((a >> 16 & 0xFF) - (b >> 16 & 0xFF)) < INDISTINCT
                && Math.abs((a >> 8 & 0xFF) - (b >> 8 & 0xFF)) < INDISTINCT
                && Math.abs((a & 0xFF) - (b & 0xFF)) < INDISTINCT;
    }
}
