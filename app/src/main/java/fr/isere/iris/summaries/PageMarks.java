package fr.isere.iris.summaries;

import fr.isere.iris.passages.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The marks that lead to pages, as {@code [p. 37]} or {@code [doc. 2, p. 37-38]}. Those that lead to a page which the model was not given
 * are taken out: an invented page must never look like a known one.
 */
final class PageMarks {

    private static final Pattern MARK = Pattern.compile(
            "\\h*\\[\\h*+((?:doc(?:ument)?|pp?|pages?)\\b[^\\]\\n]{0,80})\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern ITEM = Pattern.compile(
            "(?:\\bdoc(?:ument)?\\.?\\h{0,2}(\\d{1,3})\\h{0,2}[,:]?\\h{0,2})?"
                    + "(?:\\bp(?:p|ages?)?\\.?\\h{0,2})?(?<!\\d)(?<!\\bdoc(?:ument)?\\.?\\h{0,2})(\\d{1,4})(?!\\d)"
                    + "(?:\\h{0,2}(?:[-–—]|à)\\h{0,2}(?:p\\.\\h{0,2})?(\\d{1,4})(?!\\d))?",
            Pattern.CASE_INSENSITIVE);

    private final Set<PageRef> given;
    private final @Nullable Integer only;

    /**
     * Marks into these pages.
     *
     * @param given the pages that the model was given
     * @param only number of the document, if there is only one: its marks do not name it
     */
    PageMarks(Collection<PageRef> given, @Nullable Integer only) {
        this.given = Set.copyOf(given);
        this.only = only;
    }

    /** Pages that follow each other. */
    private record Pages(int document, int first, int last) {

        private static final int MOST = 200;

        boolean isIn(Set<PageRef> given) {
            if (last < first || last - first > MOST) {
                return false;
            }
            for (int page = first; page <= last; page++) {
                if (!given.contains(new PageRef(document, page))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String toString() {
            return first == last ? Integer.toString(first) : first + "-" + last;
        }
    }

    /** The text with its marks in their one form, and without those into pages that were not given. */
    String kept(String text) {
        return withoutUnknown(MARK.matcher(text)
                .replaceAll(mark -> Matcher.quoteReplacement(rewritten(mark.group(), mark.group(1)))));
    }

    /** What is no mark of ours, and would lead somewhere all the same, as {@code [12, p. 45]} of a bibliography. */
    private String withoutUnknown(String text) {
        StringBuilder known = new StringBuilder(text);
        List<Mark> marks = Mark.in(text);
        for (int i = marks.size() - 1; i >= 0; i--) {
            Mark mark = marks.get(i);
            if (!mark.places().stream().allMatch(this::isGiven)) {
                known.delete(beforeSpaces(text, mark.start()), mark.end());
            }
        }
        return known.toString();
    }

    private boolean isGiven(Mark.Place place) {
        Integer document = place.document() == 0 ? only : Integer.valueOf(place.document());
        return document != null && given.contains(new PageRef(document, place.page()));
    }

    private static int beforeSpaces(String text, int end) {
        int start = end;
        while (start > 0 && " \t\u00A0\u202F".indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        return start;
    }

    /** The given pages that the text leads to. */
    SortedSet<PageRef> in(String text) {
        SortedSet<PageRef> pages = new TreeSet<>();
        MARK.matcher(text)
                .results()
                .forEach(mark -> known(mark.group(1)).forEach(some -> {
                    for (int page = some.first; page <= some.last; page++) {
                        pages.add(new PageRef(some.document, page));
                    }
                }));
        return pages;
    }

    /** How a page is cited here, for the instructions. */
    String example() {
        return only == null ? "[doc. 2, p. 12]" : "[p. 12]";
    }

    private String rewritten(String mark, String inside) {
        List<Pages> known = known(inside);
        if (known.isEmpty()) {
            return "";
        }
        String space = mark.startsWith("[") ? "" : " ";
        return space
                + known.stream()
                        .collect(Collectors.groupingBy(Pages::document, TreeMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(document -> mark(document.getKey(), document.getValue()))
                        .collect(Collectors.joining(" "));
    }

    private String mark(int document, List<Pages> pages) {
        String list = pages.stream().map(Pages::toString).collect(Collectors.joining(", "));
        return only == null ? "[doc. " + document + ", p. " + list + "]" : "[p. " + list + "]";
    }

    private List<Pages> known(String inside) {
        List<Pages> known = new ArrayList<>();
        @Nullable Integer document = only;
        Matcher items = ITEM.matcher(inside);
        while (items.find()) {
            document = items.group(1) == null ? document : Integer.valueOf(items.group(1));
            if (document == null) {
                continue;
            }
            int first = Integer.parseInt(items.group(2));
            int last = items.group(3) == null ? first : Integer.parseInt(items.group(3));
            Pages pages = new Pages(document, first, last);
            if (pages.isIn(given)) {
                known.add(pages);
            }
        }
        return known;
    }
}
