package fr.isere.iris.reader.pdf;

/** Words of one line without a wide gap between them: a line of a column, or of a cell. */
record Segment(String text, float x, float end, float size, boolean bold, java.util.List<Word> words) {

    /**
     * Where a word begins.
     *
     * @param jumped whether no space was drawn before it, in text that draws its spaces: there a segment may be two cells
     */
    record Word(float x, int at, boolean jumped) {}

    float width() {
        return end - x;
    }
}
