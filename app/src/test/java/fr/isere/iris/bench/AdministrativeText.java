package fr.isere.iris.bench;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Documents that no measure was made for: acts, budgets, agreements, reports and minutes of a Département, written from sentences with
 * other figures, dates and names each time. The same for the same seed.
 */
public final class AdministrativeText {

    private static final int BLOCKS_A_PAGE = 8;
    private static final int ONE_IN_TABLES = 5;

    private final List<String> sentences = new ArrayList<>();
    private final Slots slots;
    private final Random random;
    private final String kind;

    private AdministrativeText(String kind, int seed) {
        this.kind = kind;
        this.random = new Random(seed);
        this.slots = new Slots(random);
        boolean here = false;
        for (String line : templates()) {
            if (line.startsWith("# ")) {
                here = line.equals("# " + kind);
            } else if (here && !line.isBlank()) {
                sentences.add(line);
            }
        }
    }

    /** The kinds there are. */
    public static List<String> kinds() {
        return templates().stream()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2))
                .toList();
    }

    /**
     * One document.
     *
     * @param seed other figures for another one
     */
    public static List<ReadPage> of(String kind, int pages, int seed) {
        AdministrativeText text = new AdministrativeText(kind, seed);
        return IntStream.rangeClosed(1, pages).mapToObj(text::page).toList();
    }

    private static List<String> templates() {
        try (InputStream file = AdministrativeText.class.getResourceAsStream("/verification/administrative.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReadPage page(int number) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.heading(2, number + ". " + slots.fill("{subject}") + " : " + kind));
        while (blocks.size() < BLOCKS_A_PAGE) {
            if (random.nextInt(ONE_IN_TABLES) == 0) {
                table(blocks);
            } else {
                blocks.add(Block.paragraph(sentence() + " " + sentence()));
            }
        }
        return new ReadPage(number, ReadPage.Origin.TEXT, blocks);
    }

    private String sentence() {
        String filled = slots.fill(sentences.get(random.nextInt(sentences.size())));
        return Character.toUpperCase(filled.charAt(0)) + filled.substring(1);
    }

    private void table(List<Block> blocks) {
        int year = 2019 + random.nextInt(4);
        blocks.add(Block.row(List.of("Opération", "Exercice " + year, "Exercice " + (year + 1), "Évolution")));
        for (int row = 0; row < 4; row++) {
            blocks.add(Block.row(List.of(
                    slots.fill("{works} à {place}"), slots.fill("{cell}"), slots.fill("{cell}"), slots.fill("{pct}"))));
        }
    }
}
