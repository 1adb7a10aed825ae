package fr.isere.iris.passages;

import fr.isere.iris.reading.ReadPage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Cuts read pages into passages that follow headings and pages. Nothing is left out, and nothing stands in two of them. */
public final class Passages {

    /** What goes into a passage together if it can: headings, and the text under the last of them. */
    private record Unit(List<Outline.Placed> blocks, int tokens) {

        /** The depth of its first heading says how large a part of the text begins with it. */
        int depth() {
            return blocks.get(0).path().size();
        }

        /** That of the text under its headings. */
        List<String> path() {
            return blocks.get(blocks.size() - 1).path();
        }
    }

    private final int maxTokens;
    private final ToIntFunction<String> tokens;
    private final Cutting cutting;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Passage.Piece> pieces = new ArrayList<>();
    private List<String> path = List.of();
    private int size;

    private Passages(int maxTokens, ToIntFunction<String> tokens) {
        this.maxTokens = maxTokens;
        this.tokens = text -> tokens.applyAsInt(text + "\n");
        this.cutting = new Cutting(maxTokens, this.tokens);
    }

    /**
     * All text of the pages, in order. A block is cut between sentences only if it alone is longer than a passage, a sentence between
     * words only if it alone is.
     *
     * @param maxTokens what a passage may have, at least 1
     * @param tokens counts, for a text and a part of it, at least as many for the text
     */
    public static List<Passage> of(List<ReadPage> pages, int maxTokens, ToIntFunction<String> tokens) {
        if (maxTokens < 1) {
            throw new IllegalArgumentException("a passage of " + maxTokens + " tokens");
        }
        Passages cut = new Passages(maxTokens, tokens);
        cut.units(Outline.of(pages)).forEach(cut::add);
        cut.close();
        return List.copyOf(cut.passages);
    }

    private List<Unit> units(List<Outline.Placed> placed) {
        List<Unit> units = new ArrayList<>();
        List<Outline.Placed> unit = new ArrayList<>();
        boolean onlyHeadings = true;
        for (Outline.Placed block : placed) {
            if (block.opens() && !onlyHeadings) {
                units.add(unit(unit));
                unit = new ArrayList<>();
            }
            unit.add(block);
            onlyHeadings = block.opens();
        }
        if (!unit.isEmpty()) {
            units.add(unit(unit));
        }
        return units;
    }

    private Unit unit(List<Outline.Placed> blocks) {
        long sum = blocks.stream()
                .mapToLong(block -> tokens.applyAsInt(block.text()))
                .sum();
        return new Unit(List.copyOf(blocks), (int) Math.min(sum, Integer.MAX_VALUE));
    }

    /** A larger part of the text begins a passage of its own, unless the one before it would be a crumb. */
    private void add(Unit unit) {
        boolean largerPart = !pieces.isEmpty() && unit.depth() < path.size() && size > maxTokens / 4;
        if (largerPart || unit.tokens() > maxTokens - size) {
            close();
        }
        for (Outline.Placed block : unit.blocks()) {
            int cost = tokens.applyAsInt(block.text());
            if (cost <= maxTokens) {
                put(block, block.text(), cost, unit.path());
            } else {
                cutting.parts(block.text()).forEach(part -> put(block, part.text(), part.tokens(), unit.path()));
            }
        }
    }

    private void put(Outline.Placed block, String text, int cost, List<String> under) {
        if (cost > maxTokens - size) {
            close();
        }
        path = pieces.isEmpty() ? under : common(path, under);
        pieces.add(new Passage.Piece(block.page(), block.index(), text));
        size += cost;
    }

    private static List<String> common(List<String> path, List<String> other) {
        int shared = 0;
        while (shared < Math.min(path.size(), other.size()) && path.get(shared).equals(other.get(shared))) {
            shared++;
        }
        return path.subList(0, shared);
    }

    private void close() {
        if (pieces.isEmpty()) {
            return;
        }
        int last = pieces.get(pieces.size() - 1).page();
        passages.add(new Passage(passages.size() + 1, pieces.get(0).page(), last, path, pieces));
        pieces.clear();
        size = 0;
    }
}
