package fr.isere.iris.reader.pdf;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

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

    private final List<Area> areas = new ArrayList<>();
    private final Rectangle2D page;
    private double pictures;
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
        if (areas.size() < MOST_AREAS) {
            areas.add(new Area(where, colour));
        }
    }

    /** A picture, whose dots nobody looks at here. */
    void picture(Rectangle2D where) {
        paint(where, MOTLEY);
        Rectangle2D seen = where.createIntersection(page);
        if (!seen.isEmpty()) {
            pictures += seen.getWidth() * seen.getHeight();
        }
    }

    /** How much of the page pictures cover, from 0 to 1: a scan may come in strips. */
    double covered() {
        return page.isEmpty() ? 0 : Math.min(1, pictures / (page.getWidth() * page.getHeight()));
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
        for (int i = areas.size() - 1; i >= 0; i--) {
            if (areas.get(i).where().contains(x, y)) {
                return areas.get(i).colour();
            }
        }
        return WHITE;
    }

    private static boolean near(int a, int b) {
        return b != MOTLEY
                && Math.abs((a >> 16 & 0xFF) - (b >> 16 & 0xFF)) < INDISTINCT
                && Math.abs((a >> 8 & 0xFF) - (b >> 8 & 0xFF)) < INDISTINCT
                && Math.abs((a & 0xFF) - (b & 0xFF)) < INDISTINCT;
    }
}
