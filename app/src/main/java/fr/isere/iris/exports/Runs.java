package fr.isere.iris.exports;

import fr.isere.iris.exports.Run.Look;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The words of a paragraph, a title or a cell. */
final class Runs {

    private final List<Run> runs = new ArrayList<>();

    private Runs() {}

    static List<Run> in(Node parent) {
        Runs found = new Runs();
        found.addChildren(parent, Set.of());
        return List.copyOf(found.runs);
    }

    private void addChildren(Node parent, Set<Look> looks) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            add(node, looks);
        }
    }

    private void add(Node node, Set<Look> looks) {
        if (node instanceof Text text) {
            say(text.getLiteral(), looks);
        } else if (node instanceof HtmlInline html) {
            say(html.getLiteral(), looks);
        } else if (node instanceof Code code) {
            say(code.getLiteral(), with(looks, Look.CODE));
        } else if (node instanceof HardLineBreak) {
            say("\n", looks);
        } else if (node instanceof SoftLineBreak) {
            say(" ", looks);
        } else {
            addMarked(node, looks);
        }
    }

    private void addMarked(Node node, Set<Look> looks) {
        if (node instanceof StrongEmphasis) {
            addChildren(node, with(looks, Look.BOLD));
        } else if (node instanceof Emphasis) {
            addChildren(node, with(looks, Look.ITALIC));
        } else if (node instanceof Strikethrough) {
            addChildren(node, with(looks, Look.STRUCK));
        } else if (node instanceof Link link) {
            addLink(link, link.getDestination(), looks);
        } else if (node instanceof Image image) {
            addLink(image, image.getDestination(), looks);
        } else {
            addChildren(node, looks);
        }
    }

    /** Its words, and where it leads: on paper, nothing can be clicked. */
    private void addLink(Node link, String destination, Set<Look> looks) {
        int before = runs.size();
        addChildren(link, looks);
        String words = words(runs.subList(before, runs.size()));
        if (!destination.isEmpty() && !words.equals(destination) && !("mailto:" + words).equals(destination)) {
            say((words.isEmpty() ? "" : " ") + "(" + destination + ")", looks);
        }
    }

    private static String words(List<Run> runs) {
        StringBuilder words = new StringBuilder();
        runs.forEach(run -> words.append(run.text()));
        return words.toString();
    }

    private void say(String text, Set<Look> looks) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, looks));
        }
    }

    private static Set<Look> with(Set<Look> looks, Look look) {
        EnumSet<Look> more = EnumSet.of(look);
        more.addAll(looks);
        return more;
    }
}
