package fr.isere.iris.passages;

import fr.isere.iris.reading.ReadPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a text: a heading, with the blocks under it up to the next.
 *
 * @param key the same in two versions: the kind and number of its heading, or its words; of several alike, with a count
 * @param lines its heading and its blocks
 */
record Article(String key, List<String> path, List<Line> lines) {

    /** A block of it, on one line. */
    record Line(int page, String text) {}

    List<Integer> pages() {
        return lines.stream().map(Line::page).distinct().toList();
    }

    List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }

    /** In order; what stands before the first heading is one too. */
    static List<Article> of(List<ReadPage> pages) {
        List<Article> articles = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        List<Outline.Placed> open = new ArrayList<>();
        for (Outline.Placed block : Outline.of(pages)) {
            if (block.opens()) {
                close(open, seen, articles);
            }
            open.add(block);
        }
        close(open, seen, articles);
        return articles;
    }

    private static void close(List<Outline.Placed> open, Map<String, Integer> seen, List<Article> articles) {
        if (open.isEmpty()) {
            return;
        }
        List<String> path = open.get(0).path();
        String key = key(path);
        int count = seen.merge(key, 1, Integer::sum);
        List<Line> lines = open.stream()
                .map(block -> new Line(block.page(), block.text().strip().replaceAll("\\s++", " ")))
                .toList();
        articles.add(new Article(key + "#" + count, path, lines));
        open.clear();
    }

    /** An article has a number of its own; each chapter has a first section. */
    private static String key(List<String> path) {
        String own = path.isEmpty() ? "" : Heading.key(path.get(path.size() - 1));
        return own.startsWith("article") ? own : path.stream().map(Heading::key).collect(Collectors.joining("/"));
    }

    /** For comparing articles whose headings are not the same: without its heading, if it has other text. */
    Set<String> terms(FrenchText french) {
        List<String> texts = texts();
        Stream<String> body =
                texts.size() > 1 && !path.isEmpty() ? texts.stream().skip(1) : texts.stream();
        return new HashSet<>(french.terms(String.join("\n", body.toList())));
    }

    boolean saysTheSameAs(Article other) {
        return String.join(" ", texts()).equals(String.join(" ", other.texts()));
    }
}
