package fr.isere.iris.passages;

import fr.isere.iris.reading.ReadPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changed from one version of a text to the next, article by article. */
public final class Comparison {

    /** Share of common terms (Dice) from which an article under another heading is the same article, renumbered. */
    private static final double SAME_ARTICLE = 0.6;

    /** Above this many pairs only headings pair articles: two versions that differ so much have no renumbered articles to find. */
    private static final int MOST_PAIRS = 250_000;

    private record Pair(Article before, Article after, double likeness) {}

    private final FrenchText french = FrenchText.load();
    private final Map<Article, Article> beforeOf = new LinkedHashMap<>();

    private Comparison() {}

    /**
     * The articles that were added, removed or changed: those of the later version in its order, each removed one after the article that it
     * followed. An article that only moved, with its number and words, did not change.
     */
    public static List<Change> of(List<ReadPage> before, List<ReadPage> after) {
        Comparison comparison = new Comparison();
        List<Article> earlier = Article.of(before);
        List<Article> later = Article.of(after);
        comparison.pair(earlier, later);
        return comparison.changes(earlier, later);
    }

    private void pair(List<Article> earlier, List<Article> later) {
        Map<String, Article> byKey = new HashMap<>();
        earlier.forEach(article -> byKey.put(article.key(), article));
        for (Article article : later) {
            Article same = byKey.remove(article.key());
            if (same != null) {
                beforeOf.put(article, same);
            }
        }
        List<Article> added =
                later.stream().filter(article -> !beforeOf.containsKey(article)).toList();
        List<Article> removed = earlier.stream()
                .filter(article -> byKey.containsKey(article.key()))
                .toList();
        if ((long) added.size() * removed.size() <= MOST_PAIRS) {
            pairAlike(removed, added);
        }
    }

    /** The likest first. */
    private void pairAlike(List<Article> removed, List<Article> added) {
        Map<Article, Set<String>> terms = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (Article before : removed) {
            for (Article after : added) {
                double likeness = likeness(
                        terms.computeIfAbsent(before, one -> one.terms(french)),
                        terms.computeIfAbsent(after, one -> one.terms(french)));
                if (likeness >= SAME_ARTICLE) {
                    pairs.add(new Pair(before, after, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        Set<Article> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!beforeOf.containsKey(pair.after()) && taken.add(pair.before())) {
                beforeOf.put(pair.after(), pair.before());
            }
        }
    }

    private static double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long shared = one.stream().filter(other::contains).count();
        return 2.0 * shared / (one.size() + other.size());
    }

    private List<Change> changes(List<Article> earlier, List<Article> later) {
        Set<Article> kept = new HashSet<>(beforeOf.values());
        Map<Article, List<Change>> removedAfter = new HashMap<>();
        List<Change> changes = new ArrayList<>();
        List<Change> removed = changes;
        for (Article article : earlier) {
            if (kept.contains(article)) {
                removed = removedAfter.computeIfAbsent(article, one -> new ArrayList<>());
            } else {
                removed.add(change(Change.Kind.REMOVED, article.path(), article, null));
            }
        }
        for (Article article : later) {
            Article before = beforeOf.get(article);
            if (before == null) {
                changes.add(change(Change.Kind.ADDED, article.path(), null, article));
            } else {
                if (!before.saysTheSameAs(article)) {
                    changes.add(change(Change.Kind.CHANGED, article.path(), before, article));
                }
                changes.addAll(removedAfter.getOrDefault(before, List.of()));
            }
        }
        return changes;
    }

    private static Change change(
            Change.Kind kind, List<String> path, @Nullable Article before, @Nullable Article after) {
        List<Article.Line> earlier = before == null ? List.of() : before.lines();
        List<Article.Line> later = after == null ? List.of() : after.lines();
        return new Change(
                kind,
                path,
                before == null ? List.of() : before.pages(),
                after == null ? List.of() : after.pages(),
                WordChanges.between(earlier, later));
    }
}
