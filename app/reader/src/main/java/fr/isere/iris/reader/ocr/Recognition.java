package fr.isere.iris.reader.ocr;

import fr.isere.iris.reader.Deadline;
import fr.isere.iris.reader.Letters;
import fr.isere.iris.reader.Prose;
import fr.isere.iris.reading.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a picture of a page, by a process with a time limit; does nothing where Tesseract or its French is not installed. */
public final class Recognition {

    /** So many letters or digits make a text; fewer are specks. */
    private static final int FEWEST_LETTERS = 8;

    private final Tesseract tesseract;

    /** @param program where Tesseract would be */
    public Recognition(Path program) {
        this.tesseract = new Tesseract(program);
    }

    /** The text of a picture; empty if nothing here can read it, there is none in it, or it took longer than is given. */
    public Optional<List<Block>> read(Path temporary, Picture picture, Deadline end) {
        if (end.passed() || !tesseract.installed()) {
            return Optional.empty();
        }
        try {
            Path file = Files.createTempFile(temporary, "page", ".pgm");
            try {
                GreyMap.write(picture.draw(end), file);
                Recognised found = tesseract.read(file, temporary, end);
                List<Block> blocks = blocks(found.text());
                long letters = blocks.stream()
                        .flatMapToInt(block -> block.text().codePoints())
                        .filter(Character::isLetterOrDigit)
                        .count();
                return found.isNoise() || letters < FEWEST_LETTERS ? Optional.empty() : Optional.of(blocks);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : Letters.clean(text).split("\\R", -1)) {
            String stripped = line.strip();
            boolean item = Prose.isItem(stripped) && Prose.ends(open.toString());
            if (stripped.isEmpty() || item) {
                close(open, blocks);
            }
            if (!stripped.isEmpty()) {
                Prose.join(open, stripped);
            }
        }
        close(open, blocks);
        return blocks;
    }

    private static void close(StringBuilder open, List<Block> blocks) {
        if (open.length() > 0) {
            String text = open.toString();
            int level = text.length() < 120 && !text.endsWith(".") ? Prose.division(text) : 0;
            blocks.add(level > 0 ? Block.heading(level, text) : Prose.block(text));
            open.setLength(0);
        }
    }
}
