package fr.isere.iris.reader.pdf;

import fr.isere.iris.reader.Prose;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines that repeat at the head and the foot of pages. A page is judged among the eight before and after it: a document of a
 * thousand pages is never held whole, and a header that changes with each chapter is found too. What repeats is the very same text at
 * the same height, but for a number that grows with the pages; where that numbers a division, "Article 1" and "Article 2", it is text.
 */
final class RunningLines {

    private static final int AROUND = 8;
    private static final int FEWEST = 3;
    /** At the head and at the foot, each: so many lines, within such a part of the page. */
    private static final int LINES = 3;

    private static final float ZONE = 0.15f;
    private static final float FOOT_ZONE = 0.09f;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?i)[-–—|\\s]*(?:page|p\\.)?\\s*\\d{1,4}\\s*(?:(?:/|sur|de|of)\\s*\\d{1,4})?[-–—|\\s]*");

    private final Deque<Seen> window = new ArrayDeque<>();
    private int judged;

    private record Seen(PageLines page, Map<Line, Set<String>> keys) {}

    /** Takes the next page, and gives the one that can be judged by now; null if that is none. */
    @Nullable
    PageLines next(PageLines page) {
        window.addLast(new Seen(page, keys(page)));
        if (window.size() - judged <= AROUND) {
            return null;
        }
        return judge();
    }

    /** The next page when there is none to come; null at the end. */
    @Nullable
    PageLines rest() {
        return judged < window.size() ? judge() : null;
    }

    private PageLines judge() {
        List<Seen> around = new ArrayList<>(window);
        Seen seen = around.get(judged);
        judged++;
        if (judged > AROUND) {
            window.removeFirst();
            judged--;
        }
        List<Line> dropped = new ArrayList<>();
        seen.keys().forEach((line, keys) -> {
            if (numbersThePage(seen.page(), line) || keys.stream().anyMatch(key -> repeats(key, seen, around))) {
                dropped.add(line);
            }
        });
        return seen.page().without(dropped);
    }

    private static boolean repeats(String key, Seen seen, List<Seen> around) {
        int all = 0;
        int same = 0;
        int facing = 0;
        for (Seen other : around) {
            boolean has = other.keys().values().stream().anyMatch(keys -> keys.contains(key));
            boolean side = (other.page().number() - seen.page().number()) % 2 == 0;
            all += has ? 1 : 0;
            same += side ? 1 : 0;
            facing += side && has ? 1 : 0;
        }
        return all >= FEWEST && (all * 2 > around.size() || (facing >= FEWEST && facing * 3 >= same * 2));
    }

    private static boolean numbersThePage(PageLines page, Line line) {
        float height = page.content().height();
        boolean edge = line.y() > height * (1 - FOOT_ZONE) || line.y() < height * FOOT_ZONE;
        return edge && PAGE_NUMBER.matcher(line.text()).matches() && alone(page, line);
    }

    /** At the very edge, and at a distance from the text: the end of a wrapped cell may be a number too. */
    private static boolean alone(PageLines page, Line line) {
        List<Line> lines = page.lines();
        int at = lines.indexOf(line);
        if (lines.size() < 2 || (at > 0 && at < lines.size() - 1)) {
            return false;
        }
        float distance = at == 0
                ? lines.get(1).y() - line.y()
                : line.y() - lines.get(at - 1).y();
        return distance > 1.6f * line.size();
    }

    private static Map<Line, Set<String>> keys(PageLines page) {
        Map<Line, Set<String>> keys = new HashMap<>();
        List<Line> lines = page.lines();
        float height = page.content().height();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean head = i < LINES && line.y() < height * ZONE;
            boolean foot =
                    i >= lines.size() - LINES && line.y() > height * (1 - ZONE) && line.y() <= height + line.size();
            if (head || foot) {
                keys.put(line, keys(line, page.number()));
            }
        }
        return keys;
    }

    private static Set<String> keys(Line line, int page) {
        Set<String> keys = new HashSet<>();
        String text = line.text();
        String place = "@" + Math.round(line.y() / 8) + ' ';
        keys.add(place + text);
        if (Prose.division(text) > 0) {
            return keys;
        }
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            keys.add(place
                    + text.substring(0, number.start())
                    + '#'
                    + (Integer.parseInt(number.group()) - page)
                    + text.substring(number.end()));
        }
        return keys;
    }
}
