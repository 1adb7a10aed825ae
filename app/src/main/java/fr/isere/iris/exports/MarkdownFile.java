package fr.isere.iris.exports;

import fr.isere.iris.exports.Run.Look;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** A document as Markdown: the renderer escapes what is text, so that no HTML of an answer comes alive elsewhere. */
final class MarkdownFile {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create());

    private MarkdownFile() {}

    static void write(Paper paper, OutputStream out) throws IOException {
        Node document = filled(new Document(), paper.blocks());
        String text = MarkdownRenderer.builder().extensions(EXTENSIONS).build().render(document);
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Node filled(Node parent, List<Block> blocks) {
        blocks.forEach(block -> parent.appendChild(node(block)));
        return parent;
    }

    private static Node node(Block block) {
        if (block instanceof Block.Heading heading) {
            Heading node = new Heading();
            node.setLevel(heading.level());
            return said(node, heading.runs());
        }
        if (block instanceof Block.Paragraph paragraph) {
            return said(new Paragraph(), paragraph.runs());
        }
        if (block instanceof Block.Notice notice) {
            BlockQuote node = new BlockQuote();
            node.appendChild(said(new Paragraph(), notice.runs()));
            return node;
        }
        if (block instanceof Block.Listing list) {
            return list(list);
        }
        if (block instanceof Block.Table table) {
            return table(table);
        }
        return block instanceof Block.Quote quote ? filled(new BlockQuote(), quote.blocks()) : leaf(block);
    }

    private static Node leaf(Block block) {
        if (block instanceof Block.Code code) {
            FencedCodeBlock node = new FencedCodeBlock();
            node.setLiteral(code.text() + "\n");
            return node;
        }
        return new ThematicBreak();
    }

    private static Node list(Block.Listing list) {
        ListBlock node = list.ordered() ? ordered(list.start()) : new BulletList();
        node.setTight(list.items().stream().allMatch(item -> item.size() == 1));
        list.items().forEach(item -> node.appendChild(filled(new ListItem(), item)));
        return node;
    }

    private static ListBlock ordered(int start) {
        OrderedList list = new OrderedList();
        list.setMarkerStartNumber(start);
        return list;
    }

    private static Node table(Block.Table table) {
        TableBlock node = new TableBlock();
        Node head = new TableHead();
        head.appendChild(row(table.header(), table.sides(), true));
        node.appendChild(head);
        Node body = new TableBody();
        table.rows().forEach(cells -> body.appendChild(row(cells, table.sides(), false)));
        node.appendChild(body);
        return node;
    }

    private static Node row(List<List<Run>> cells, List<Block.Side> sides, boolean header) {
        Node row = new TableRow();
        for (int at = 0; at < cells.size(); at++) {
            TableCell cell = new TableCell();
            cell.setHeader(header);
            cell.setAlignment(
                    switch (sides.get(at)) {
                        case LEFT -> TableCell.Alignment.LEFT;
                        case CENTER -> TableCell.Alignment.CENTER;
                        case RIGHT -> TableCell.Alignment.RIGHT;
                    });
            row.appendChild(said(cell, cells.get(at)));
        }
        return row;
    }

    private static Node said(Node parent, List<Run> runs) {
        for (Run run : runs) {
            String[] lines = run.text().split("\n", -1);
            for (int at = 0; at < lines.length; at++) {
                if (at > 0) {
                    parent.appendChild(new HardLineBreak());
                }
                if (!lines[at].isEmpty()) {
                    say(parent, run, lines[at]);
                }
            }
        }
        return parent;
    }

    private static void say(Node parent, Run run, String line) {
        Node node = run.is(Look.CODE) ? new Code(line) : new Text(line);
        node = run.is(Look.STRUCK) ? around(new Strikethrough("~~"), node) : node;
        node = run.is(Look.ITALIC) ? around(new Emphasis("*"), node) : node;
        parent.appendChild(run.is(Look.BOLD) ? around(new StrongEmphasis("**"), node) : node);
    }

    private static Node around(Node mark, Node inside) {
        mark.appendChild(inside);
        return mark;
    }
}
