package fr.isere.iris.documents;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.util.ArrayList;
import java.util.List;

/** Pages of nobody's document, for what a start does beforehand so that the first person does not wait for it. */
public final class SamplePages {

    /** How many there are. */
    public static final int COUNT = 40;

    private static final List<String> WORDS =
            List.of(("le conseil départemental vote les crédits de la section d'investissement"
                            + " prévus à l'article L. 3312-1 du code général des collectivités territoriales pour 14,2 millions d'euros"
                            + " avant le 31 décembre 2026 et transmet au préfet la délibération de la commission permanente")
                    .split(" ", -1));

    private SamplePages() {}

    /** In order, each with a heading of its own. */
    public static List<ReadPage> all() {
        List<ReadPage> pages = new ArrayList<>();
        for (int number = 1; number <= COUNT; number++) {
            List<Block> blocks = new ArrayList<>(List.of(Block.heading(2, "Article L. " + number + "-1")));
            for (int paragraph = 0; paragraph < 6; paragraph++) {
                blocks.add(Block.paragraph(sentence(number * 7 + paragraph) + " " + sentence(number + paragraph * 5)));
            }
            pages.add(new ReadPage(number, ReadPage.Origin.TEXT, blocks));
        }
        return pages;
    }

    private static String sentence(int seed) {
        StringBuilder text = new StringBuilder("Considérant");
        for (int i = 1; i <= 18; i++) {
            text.append(' ').append(WORDS.get((seed + i * (1 + seed % 5)) % WORDS.size()));
        }
        return text.append('.').toString();
    }
}
