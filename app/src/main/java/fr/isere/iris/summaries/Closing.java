package fr.isere.iris.summaries;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The last lines of a text: what of the documents is not in it, so that no part passes for the whole. */
final class Closing {

    private Closing() {}

    /**
     * Empty if all pages were read and noted to the end.
     *
     * @param cut pages whose notes the model did not finish
     */
    static String of(List<Source> sources, Collection<PageRef> cut) {
        List<String> lines = new ArrayList<>();
        for (Source source : sources) {
            List<Integer> pages = cut.stream()
                    .filter(page -> page.document() == source.number())
                    .map(PageRef::page)
                    .toList();
            if (!pages.isEmpty()) {
                lines.add(line(sources, source, "Notes du modèle incomplètes, à relire dans le document", pages));
            }
        }
        for (Source source : sources) {
            List<Integer> pages = source.document().unreadable();
            if (!pages.isEmpty()) {
                String what = pages.size() > 1 ? "Pages illisibles, non lues" : "Page illisible, non lue";
                lines.add(line(sources, source, what, pages));
            }
        }
        return lines.stream().map(line -> "\n\n" + line).collect(Collectors.joining());
    }

    private static String line(List<Source> sources, Source source, String what, List<Integer> pages) {
        String whose = sources.size() > 1 ? " (document " + source.number() + ")" : "";
        return what + whose + "\u00a0: " + list(pages) + ".";
    }

    /** "14, 15", and "12 à 40" for more than two that follow each other. */
    private static String list(List<Integer> pages) {
        List<String> parts = new ArrayList<>();
        int first = 0;
        for (int at = 0; at < pages.size(); at++) {
            boolean last = at == pages.size() - 1 || pages.get(at + 1) != pages.get(at) + 1;
            if (last) {
                if (at - first > 1) {
                    parts.add(pages.get(first) + " à " + pages.get(at));
                } else {
                    pages.subList(first, at + 1).forEach(page -> parts.add(Integer.toString(page)));
                }
                first = at + 1;
            }
        }
        return String.join(", ", parts);
    }
}
