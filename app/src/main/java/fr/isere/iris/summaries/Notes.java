package fr.isere.iris.summaries;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the model noted of a part of the documents.
 *
 * @param text its marks checked
 * @param covers the pages that it is about
 * @param cut the pages of those passages whose notes the model did not finish
 */
record Notes(String text, List<PageRef> covers, List<PageRef> cut) {

    Notes {
        covers = List.copyOf(covers);
        cut = List.copyOf(cut);
    }

    /** The pages that a text made from these notes may cite: those that they cite; all that they are about if they cite none. */
    SortedSet<PageRef> given(@Nullable Integer only) {
        SortedSet<PageRef> cited = new PageMarks(covers, only).in(text);
        return cited.isEmpty() ? new TreeSet<>(covers) : cited;
    }

    /** Which pages they are about, in French. */
    String about(boolean several) {
        return "Notes sur "
                + covers.stream()
                        .collect(Collectors.groupingBy(PageRef::document, TreeMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(document -> several
                                ? "le document " + document.getKey() + ", " + range(document.getValue())
                                : range(document.getValue()))
                        .collect(Collectors.joining(" et "));
    }

    private static String range(List<PageRef> pages) {
        int first = pages.get(0).page();
        int last = pages.get(pages.size() - 1).page();
        return first == last ? "la page " + first : "les pages " + first + " à " + last;
    }
}
