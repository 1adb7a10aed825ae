package fr.isere.iris.passages;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/** Read text for tests: generated codes of law, and pages written by hand. */
public final class Texts {

    /** About four characters a token, on the high side. */
    public static final ToIntFunction<String> TOKENS = text -> (text.length() + 3) / 4;

    private static final List<String> SUBJECTS = List.of(
            "La subvention",
            "Le président du conseil départemental",
            "La commission permanente",
            "L'usager",
            "Le bénéficiaire",
            "Le service instructeur",
            "Le maire de la commune",
            "L'assemblée",
            "Le collège",
            "La convention");
    private static final List<String> VERBS = List.of(
            "finance",
            "transmet",
            "contrôle",
            "approuve",
            "suspend",
            "publie",
            "notifie",
            "examine",
            "verse",
            "reconduit");
    private static final List<String> OBJECTS = List.of(
            "l'aide au logement",
            "la restauration scolaire",
            "l'entretien des routes",
            "les archives du canton",
            "le transport des élèves",
            "l'allocation personnalisée",
            "le plan de mobilité",
            "le schéma d'accueil",
            "la lecture publique",
            "les travaux de la digue");

    private Texts() {}

    public static ReadPage page(int number, Block... blocks) {
        return new ReadPage(number, ReadPage.Origin.TEXT, List.of(blocks));
    }

    /** A code of law, five articles a page; the same for the same seed. */
    public static List<ReadPage> code(int pages, int seed) {
        Random random = new Random(seed);
        List<ReadPage> code = new ArrayList<>();
        for (int number = 1; number <= pages; number++) {
            List<Block> blocks = new ArrayList<>();
            if (number % 10 == 1) {
                blocks.add(Block.heading(
                        1, "Titre " + (number / 10 + 1) + " : Des dispositions de la partie " + (number / 10 + 1)));
            }
            for (int i = 1; i <= 5; i++) {
                blocks.add(Block.heading(3, "Article L" + number + "-" + i));
                blocks.add(Block.paragraph(sentence(random) + " " + sentence(random)));
                blocks.add(new Block(Block.Kind.LIST_ITEM, 0, "1° " + sentence(random), List.of()));
            }
            code.add(new ReadPage(number, ReadPage.Origin.TEXT, blocks));
        }
        return code;
    }

    private static String sentence(Random random) {
        return one(SUBJECTS, random) + " " + one(VERBS, random) + " " + one(OBJECTS, random) + " dans un délai de "
                + (2 + random.nextInt(98))
                + " jours, pour un montant de " + (1 + random.nextInt(900))
                + " 000 euros, en application de l'article L. " + (1 + random.nextInt(900))
                + "-" + (1 + random.nextInt(5)) + ".";
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
