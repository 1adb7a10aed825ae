package fr.isere.iris.exports;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Maps the Markdown of an answer to blocks: the only place that knows Markdown's grammar. */
final class AnswerBlocks {

    /** Deeper than any text that somebody means; what is deeper stays in the text as it is written. */
    private static final int DEEPEST = 12;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
            .maxOpenBlockParsers(2 * DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private AnswerBlocks() {}

    /** The blocks of an answer; its titles begin at level 2, under that of the document. HTML in it is text. */
    static List<Block> of(String markdown) {
        return Lifted.tables(new Levels(2).straightened(blocksIn(PARSER.parse(Legible.of(markdown)))));
    }

    private static List<Block> blocksIn(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            Block block = block(node);
            if (block != null) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    private static @Nullable Block block(Node node) {
        if (node instanceof Heading heading) {
            return new Block.Heading(heading.getLevel(), Runs.in(heading));
        }
        if (node instanceof ListBlock list) {
            return listing(list);
        }
        if (node instanceof BlockQuote) {
            return new Block.Quote(blocksIn(node));
        }
        if (node instanceof TableBlock table) {
            return Tables.of(table);
        }
        if (node instanceof ThematicBreak) {
            return new Block.Rule();
        }
        return text(node);
    }

    private static @Nullable Block text(Node node) {
        if (node instanceof Paragraph) {
            return new Block.Paragraph(Runs.in(node));
        }
        if (node instanceof FencedCodeBlock code) {
            return new Block.Code(code.getLiteral().stripTrailing());
        }
        if (node instanceof IndentedCodeBlock code) {
            return new Block.Code(code.getLiteral().stripTrailing());
        }
        if (node instanceof HtmlBlock html) {
            return Block.Paragraph.of(html.getLiteral().strip());
        }
        return null; // a link's definition: shown where the link is
    }

    private static Block listing(ListBlock list) {
        List<List<Block>> items = new ArrayList<>();
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof ListItem) {
                items.add(blocksIn(node));
            }
        }
        boolean ordered = !(list instanceof BulletList);
        Integer start = list instanceof OrderedList numbered ? numbered.getMarkerStartNumber() : null;
        return new Block.Listing(ordered, start == null ? 1 : start, items);
    }
}
