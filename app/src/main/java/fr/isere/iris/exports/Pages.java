package fr.isere.iris.exports;

import java.util.ArrayList;
import java.util.List;

/** Pages in words. */
final class Pages {

    private Pages() {}

    /** {@code 14, 15}, and {@code 12 à 40} for more than two that follow each other. */
    static String list(List<Integer> pages) {
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

    /** How many were read, of how many. */
    static String read(int read, int of) {
        return read + (read > 1 ? " pages lues" : " page lue") + " sur " + of;
    }
}
