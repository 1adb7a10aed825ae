package fr.isere.iris.reader.office;

/** What is known of a paragraph while it is read. */
final class Paragraph {

    private final StringBuilder text = new StringBuilder();
    private String style = "";
    private int outline;
    private int list = -1;
    private int level;
    private boolean shaded;

    StringBuilder text() {
        return text;
    }

    String style() {
        return style;
    }

    void style(String name) {
        style = name;
    }

    /** The level of a heading that the paragraph itself says it is; 0 if it says nothing. */
    int outline() {
        return outline;
    }

    void outline(int heading) {
        outline = heading;
    }

    /** The numbering that it has; -1 for what its style says, 0 for none. */
    int list() {
        return list;
    }

    void list(int number) {
        list = number;
    }

    int level() {
        return level;
    }

    void level(int depth) {
        level = depth;
    }

    boolean shaded() {
        return shaded;
    }

    void shade() {
        shaded = true;
    }
}
