package fr.isere.iris.reader.office;

import java.util.ArrayDeque;
import java.util.Deque;

/** Lists in lists, each with its count. */
final class OdfLists {

    private final OdfStyles styles;
    private final Deque<Counted> open = new ArrayDeque<>();

    private static final class Counted {
        private final String style;
        private int number;
        private boolean fresh;

        private Counted(String style) {
            this.style = style;
        }
    }

    OdfLists(OdfStyles styles) {
        this.styles = styles;
    }

    void begins(String style) {
        Counted outer = open.peek();
        open.push(new Counted(style.isEmpty() && outer != null ? outer.style : style));
    }

    void item(int start) {
        Counted list = open.peek();
        if (list != null) {
            list.number = start > 0 ? start : list.number + 1;
            list.fresh = true;
        }
    }

    void ends() {
        open.poll();
    }

    boolean inItem() {
        Counted list = open.peek();
        return list != null && list.number > 0;
    }

    /** What stands before the item, at its first paragraph; nothing at the others. */
    String marker() {
        Counted list = open.element();
        if (!list.fresh) {
            return "";
        }
        list.fresh = false;
        return styles.marker(list.style, open.size(), list.number);
    }
}
