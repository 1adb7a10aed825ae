package fr.isere.iris.reader.ocr;

/**
 * What Tesseract found in a picture.
 *
 * @param text paragraphs parted by empty lines
 * @param confidence in its words, by its own account, from 0 to 100: some 95 for a clean scan, below 30 for one that is upside down
 */
record Recognised(String text, double confidence) {

    private static final double NOISE = 50;
    private static final int WORD = 5;
    private static final int COLUMNS = 12;

    /** Whether no text that anybody could read was found. */
    boolean isNoise() {
        return confidence < NOISE;
    }

    /** Reads Tesseract's table: a line a word, with the numbers of its block, paragraph and line. */
    static Recognised of(String table) {
        StringBuilder text = new StringBuilder();
        double sum = 0;
        long letters = 0;
        String[] before = new String[COLUMNS];
        for (String row : table.lines().toList()) {
            String[] cells = row.split("\t", COLUMNS);
            if (cells.length < COLUMNS || !cells[0].equals(String.valueOf(WORD)) || cells[11].isBlank()) {
                continue;
            }
            text.append(gap(before, cells)).append(cells[11]);
            sum += Double.parseDouble(cells[10]) * cells[11].length();
            letters += cells[11].length();
            before = cells;
        }
        return new Recognised(text.toString(), letters == 0 ? 0 : sum / letters);
    }

    private static String gap(String[] before, String[] now) {
        if (before[0] == null) {
            return "";
        }
        boolean block = now[2].equals(before[2]) && now[3].equals(before[3]);
        return !block ? "\n\n" : now[4].equals(before[4]) ? " " : "\n";
    }
}
