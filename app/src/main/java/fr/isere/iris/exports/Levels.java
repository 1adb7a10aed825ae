package fr.isere.iris.exports;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Titles whose levels follow one another: a reader's software takes a level that is skipped for a part that is missing, and PDF/UA
 * allows none.
 */
final class Levels {

    private static final int LOWEST = 6;

    private final int first;

    /** The levels, as they were written, of the titles that the next one stands under. */
    private final Deque<Integer> above = new ArrayDeque<>();

    /** @param first level of the topmost titles */
    Levels(int first) {
        this.first = first;
    }

    /** The same blocks, in their order, with such levels. */
    List<Block> straightened(List<Block> blocks) {
        return blocks.stream().map(this::straightened).toList();
    }

    private Block straightened(Block block) {
        if (block instanceof Block.Heading heading) {
            while (!above.isEmpty() && above.getLast() >= heading.level()) {
                above.removeLast();
            }
            above.addLast(heading.level());
            return new Block.Heading(Math.min(LOWEST, first + above.size() - 1), heading.runs());
        }
        if (block instanceof Block.Listing list) {
            return new Block.Listing(
                    list.ordered(),
                    list.start(),
                    list.items().stream().map(this::straightened).toList());
        }
        return block instanceof Block.Quote quote ? new Block.Quote(straightened(quote.blocks())) : block;
    }
}
