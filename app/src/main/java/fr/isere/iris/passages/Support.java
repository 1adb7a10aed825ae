package fr.isere.iris.passages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds, among the sentences of the pages that a mark names, those that say what the answer's sentence says. */
record Support(FrenchText french) {

    /**
     * A sentence of a page.
     *
     * @param context what the headings above it say
     */
    record Source(Mark.Place place, Cited.Span span, Set<String> terms, Set<String> context) {}

    private static final double OF_NAME = 2.5;
    private static final double ENOUGH = 0.5;
    private static final double WORTH_ADDING = 0.12;
    private static final int MOST_SOURCES = 4;

    /** With fewer terms than this, all must be there. */
    private static final int FEW_TERMS = 3;

    /**
     * The best few sentences; none if together they leave half of the claim's terms out, or any article, date or number of it.
     */
    List<Source> of(String claim, List<Source> sources) {
        Set<String> terms = new HashSet<>(french.terms(claim));
        List<Source> chosen = new ArrayList<>();
        Set<String> open = new HashSet<>(terms);
        double whole = weight(terms);
        while (chosen.size() < MOST_SOURCES && !open.isEmpty()) {
            Source best = best(open, sources);
            double gain = best == null ? 0 : weight(shared(open, best.terms()));
            boolean named = best != null && shared(open, best.terms()).stream().anyMatch(References::isName);
            if (best == null || gain == 0 || (!chosen.isEmpty() && !named && gain < WORTH_ADDING * whole)) {
                break;
            }
            chosen.add(best);
            open.removeAll(best.terms());
        }
        chosen.forEach(source -> open.removeIf(
                term -> References.isName(term) && source.context().contains(term)));
        boolean named = open.stream().noneMatch(References::isName);
        double share = whole == 0 ? 0 : 1 - weight(open) / whole;
        return named && share >= (terms.size() < FEW_TERMS ? 1 : ENOUGH) ? chosen : List.of();
    }

    private static @Nullable Source best(Set<String> open, List<Source> sources) {
        Source best = null;
        double most = 0;
        for (Source source : sources) {
            double gain = weight(shared(open, source.terms()));
            // Of two that say as much, the one that says less besides.
            boolean better = gain > most
                    || (best != null
                            && gain == most
                            && gain > 0
                            && source.terms().size() < best.terms().size());
            if (better) {
                best = source;
                most = gain;
            }
        }
        return best;
    }

    private static Set<String> shared(Set<String> open, Set<String> terms) {
        Set<String> shared = new HashSet<>(open);
        shared.retainAll(terms);
        return shared;
    }

    private static double weight(Set<String> terms) {
        return terms.stream()
                .mapToDouble(term -> References.isName(term) ? OF_NAME : 1)
                .sum();
    }
}
