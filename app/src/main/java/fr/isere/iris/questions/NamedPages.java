package fr.isere.iris.questions;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages that a question names: "que dit la page 37 ?", "p. 12 à 14", "pages 3 et 5". */
final class NamedPages {

    private static final int MOST = 20;
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:pages?|pp?\\.)[\\s\\u00A0\\u202F]*((?:\\d{1,5}(?!\\d)(?:[\\s\\u00A0\\u202F]*(?:,|et|à|-|–)[\\s\\u00A0\\u202F]*)?)+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE =
            Pattern.compile("(\\d{1,5})[\\s\\u00A0\\u202F]*(?:à|-|–)[\\s\\u00A0\\u202F]*(\\d{1,5})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    private NamedPages() {}

    /** Their numbers, growing; {@value #MOST} of a range at most. */
    static Set<Integer> in(String question) {
        Set<Integer> pages = new TreeSet<>();
        Matcher named = NAMED.matcher(question);
        while (named.find()) {
            String list = named.group(1);
            Matcher range = RANGE.matcher(list);
            while (range.find()) {
                int first = Integer.parseInt(range.group(1));
                int last = Math.min(Integer.parseInt(range.group(2)), first + MOST - 1);
                for (int page = first; page <= last; page++) {
                    pages.add(page);
                }
            }
            Matcher number = NUMBER.matcher(list);
            while (number.find()) {
                pages.add(Integer.parseInt(number.group()));
            }
        }
        return pages;
    }
}
