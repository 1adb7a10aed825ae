package fr.isere.iris.passages;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.util.ArrayList;
import java.util.List;

/**
 * Where each block stands in the text's own structure. What a heading says ("Titre II", "Article 3") goes before its level: readers guess
 * levels from the size of letters, while the order of livre, titre, chapitre, section and article is the same in all French texts.
 */
final class Outline {

    /** A block with its place and the headings above it. */
    record Placed(int page, int index, Block block, List<String> path, boolean opens) {

        String text() {
            return block.text();
        }
    }

    private record Open(int level, int rank, String text, boolean bare) {

        /** Whether a heading that comes after this one ends it. */
        boolean endsAt(int nextLevel, int nextRank) {
            if (rank != Heading.PLAIN && nextRank != Heading.PLAIN) {
                return rank >= nextRank;
            }
            // An article that looks as big as "Dispositions préliminaires" still stands under it.
            return nextRank == Heading.ARTICLE ? level > nextLevel : level >= nextLevel;
        }
    }

    private final List<Open> open = new ArrayList<>();
    private List<String> path = List.of();
    private boolean justOpened;

    private Outline() {}

    /** All blocks with text, in order; a heading goes on over the pages until another ends it. */
    static List<Placed> of(List<ReadPage> pages) {
        Outline outline = new Outline();
        List<Placed> placed = new ArrayList<>();
        for (ReadPage page : pages) {
            for (int i = 0; i < page.blocks().size(); i++) {
                Block block = page.blocks().get(i);
                if (!block.text().isBlank()) {
                    boolean opens = outline.read(block);
                    placed.add(new Placed(page.number(), i, block, outline.path, opens));
                }
            }
        }
        return placed;
    }

    private boolean read(Block block) {
        Heading heading = Heading.of(block);
        if (heading == null) {
            justOpened = justOpened && block.kind() == Block.Kind.FOOTNOTE;
            return false;
        }
        if (justOpened && isTitleOfTheLast(heading)) {
            Open last = open.remove(open.size() - 1);
            open.add(new Open(last.level, last.rank, last.text + " : " + heading.text(), false));
        } else {
            put(heading);
        }
        path = open.stream().map(Open::text).toList();
        justOpened = heading.standsAlone();
        return true;
    }

    /** "Livre II", and on a line of its own "Les actes". */
    private boolean isTitleOfTheLast(Heading heading) {
        Open last = open.get(open.size() - 1);
        return last.bare && heading.rank() == Heading.PLAIN && heading.level() >= last.level;
    }

    private void put(Heading heading) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).endsAt(heading.level(), heading.rank())) {
                open.subList(i, open.size()).clear();
                break;
            }
        }
        open.add(new Open(heading.level(), heading.rank(), heading.text(), heading.isBare()));
    }
}
