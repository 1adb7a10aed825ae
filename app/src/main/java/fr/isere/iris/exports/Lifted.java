package fr.isere.iris.exports;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes tables out of lists and quotations, where not all formats can have them: what is around a table becomes a list before and a
 * list after it, with the numbers going on. The order of the text stays.
 */
final class Lifted {

    private Lifted() {}

    static List<Block> tables(List<Block> blocks) {
        List<Block> lifted = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Listing list) {
                lifted.addAll(outOf(list));
            } else if (block instanceof Block.Quote quote) {
                lifted.addAll(outOf(quote));
            } else {
                lifted.add(block);
            }
        }
        return lifted;
    }

    private static List<Block> outOf(Block.Quote quote) {
        List<Block> parts = new ArrayList<>();
        List<Block> kept = new ArrayList<>();
        for (Block block : tables(quote.blocks())) {
            if (block instanceof Block.Table) {
                endQuote(parts, kept);
                parts.add(block);
            } else {
                kept.add(block);
            }
        }
        endQuote(parts, kept);
        return parts;
    }

    private static void endQuote(List<Block> parts, List<Block> kept) {
        if (!kept.isEmpty()) {
            parts.add(new Block.Quote(kept));
            kept.clear();
        }
    }

    private static List<Block> outOf(Block.Listing list) {
        List<Block> parts = new ArrayList<>();
        List<List<Block>> items = new ArrayList<>();
        int start = list.start();
        for (List<Block> item : list.items()) {
            List<Block> blocks = tables(item);
            int table = firstTable(blocks);
            items.add(blocks.subList(0, table));
            if (table < blocks.size()) {
                parts.add(new Block.Listing(list.ordered(), start, items));
                start += items.size();
                items.clear();
                parts.addAll(blocks.subList(table, blocks.size()));
            }
        }
        if (!items.isEmpty()) {
            parts.add(new Block.Listing(list.ordered(), start, items));
        }
        return parts;
    }

    /** Its place; the size, if there is none. */
    private static int firstTable(List<Block> blocks) {
        for (int at = 0; at < blocks.size(); at++) {
            if (blocks.get(at) instanceof Block.Table) {
                return at;
            }
        }
        return blocks.size();
    }
}
