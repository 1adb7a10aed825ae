package fr.isere.iris.reader;

/** How much of a page a picture takes, in a text that may not say where its pages end. */
public enum PictureRoom {
    /** Other things stand beside it. */
    PART,
    /** Too much for a second one, not for a heading and a few lines. */
    MOST,
    /** Nothing else stands on its page, as with scans that are pasted one after the other. */
    ALL
}
