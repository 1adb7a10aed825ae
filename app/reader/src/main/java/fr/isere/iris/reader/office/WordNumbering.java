package fr.isere.iris.reader.office;

import fr.isere.iris.reader.Unreadable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The numbers and bullets that Word writes before the items of a list, which stand nowhere in its text. */
final class WordNumbering {

    private static final int LEVELS = 10;

    private final Map<Integer, Level[]> models = new HashMap<>();
    private final Map<Integer, Integer> modelOf = new HashMap<>();
    private final Map<Integer, int[]> counts = new HashMap<>();

    private static final class Level {
        private String format = "bullet";
        private String text = "";
        private int start = 1;
    }

    static WordNumbering of(OfficeFile zip) throws IOException, Unreadable {
        WordNumbering numbering = new WordNumbering();
        if (zip.has("word/numbering.xml")) {
            try (XmlCursor xml = new XmlCursor(zip.stream("word/numbering.xml"))) {
                numbering.read(xml);
            }
        }
        return numbering;
    }

    private void read(XmlCursor xml) throws IOException, Unreadable {
        Level[] model = new Level[LEVELS];
        Level level = new Level();
        int list = 0;
        while (xml.next()) {
            if (!xml.starts()) {
                continue;
            }
            switch (xml.name()) {
                case "abstractNum" -> {
                    model = new Level[LEVELS];
                    models.put(xml.number("abstractNumId", -1), model);
                }
                case "lvl" -> {
                    level = new Level();
                    model[bounded(xml.number("ilvl", 0))] = level;
                }
                case "numFmt" -> level.format = xml.attribute("val", "bullet");
                case "lvlText" -> level.text = xml.attribute("val", "");
                case "start" -> level.start = xml.number("val", 1);
                case "num" -> list = xml.number("numId", -1);
                case "abstractNumId" -> modelOf.put(list, xml.number("val", -1));
                default -> {
                    // looks
                }
            }
        }
    }

    /** What stands before the next item of a list. */
    String next(int list, int depth) {
        Integer of = modelOf.get(list);
        Level[] model = of == null ? null : models.get(of);
        int at = bounded(depth);
        if (model == null || model[at] == null) {
            return "-";
        }
        int[] count = counts.computeIfAbsent(of, key -> starts(model));
        count[at]++;
        for (int deeper = at + 1; deeper < LEVELS; deeper++) {
            count[deeper] = start(model, deeper) - 1;
        }
        return model[at].format.equals("bullet") ? "-" : text(model, model[at].text, count);
    }

    private static String text(Level[] model, String pattern, int[] count) {
        String text = pattern;
        for (int i = 0; i < LEVELS - 1; i++) {
            if (text.contains("%" + (i + 1)) && model[i] != null) {
                text = text.replace("%" + (i + 1), Numerals.of(model[i].format, Math.max(count[i], model[i].start)));
            }
        }
        return text;
    }

    private static int[] starts(Level[] model) {
        int[] count = new int[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            count[i] = start(model, i) - 1;
        }
        return count;
    }

    private static int start(Level[] model, int level) {
        return model[level] == null ? 1 : model[level].start;
    }

    private static int bounded(int level) {
        return Math.max(0, Math.min(LEVELS - 1, level));
    }
}
