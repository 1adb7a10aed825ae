package fr.isere.iris.reminders;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that follow each other in a sentence, compiled. As the file writes them:
 *
 * <ul>
 *   <li>{@code classer|trier} one of these, in any of its forms; {@code =classe} in this form only; {@code @person} one of a list;
 *       {@code #} a number
 *   <li>{@code mot?} may be missing; {@code ..} up to three words in between, {@code ...} up to eight
 *   <li>{@code ^} at its head: the sentence begins so; {@code $} at its end: it ends so
 * </ul>
 *
 * It is looked for in one pass, without going back: time grows with the words of the sentence times those of the phrase.
 */
final class Phrase {

    private static final int SHORT_GAP = 3;
    private static final int LONG_GAP = 8;

    /**
     * One place of a phrase.
     *
     * @param gap how many other words may stand before it
     */
    private record Place(Set<String> forms, Set<String> stems, boolean number, boolean optional, int gap) {

        boolean holds(Token token) {
            return stems.contains(token.stem())
                    || forms.contains(token.form())
                    || stems.contains(token.plural())
                    || (number && token.isNumber());
        }
    }

    private final List<Place> places;
    private final boolean first;
    private final boolean last;

    private Phrase(List<Place> places, boolean first, boolean last) {
        this.places = places;
        this.first = first;
        this.last = last;
    }

    /** @throws IllegalArgumentException saying what is wrong in it */
    static Phrase of(String written, Map<String, List<String>> lists, Tokens tokens) {
        List<String> parts = new ArrayList<>(Arrays.asList(written.strip().split(" ", -1)));
        boolean first = parts.remove("^");
        boolean last = parts.remove("$");
        List<Place> places = new ArrayList<>();
        int gap = 0;
        for (String part : parts) {
            switch (part) {
                case ".." -> gap = SHORT_GAP;
                case "..." -> gap = LONG_GAP;
                default -> {
                    places.add(place(part, gap, lists, tokens));
                    gap = 0;
                }
            }
        }
        if (places.stream().allMatch(Place::optional)
                || gap > 0
                || places.get(places.size() - 1).optional()) {
            throw new IllegalArgumentException("a phrase ends with a word that must be there: " + written);
        }
        return new Phrase(places, first, last);
    }

    private static Place place(String part, int gap, Map<String, List<String>> lists, Tokens tokens) {
        boolean optional = part.endsWith("?");
        Set<String> forms = new HashSet<>();
        Set<String> stems = new HashSet<>();
        boolean number = false;
        for (String word : (optional ? part.substring(0, part.length() - 1) : part).split("\\|", -1)) {
            if (word.equals("#")) {
                number = true;
            } else if (word.startsWith("@")) {
                List<String> list = lists.get(word.substring(1));
                if (list == null) {
                    throw new IllegalArgumentException("no list is named " + word);
                }
                list.forEach(one -> add(one, forms, stems, tokens));
            } else {
                add(word, forms, stems, tokens);
            }
        }
        return new Place(Set.copyOf(forms), Set.copyOf(stems), number, optional, gap);
    }

    private static void add(String word, Set<String> forms, Set<String> stems, Tokens tokens) {
        boolean exact = word.startsWith("=");
        List<Token> found = tokens.in(exact ? word.substring(1) : word);
        if (found.size() != 1) {
            throw new IllegalArgumentException("not one word: " + word);
        }
        if (exact) {
            forms.add(found.get(0).form());
        } else {
            stems.add(found.get(0).stem());
        }
    }

    boolean isIn(List<Token> sentence) {
        // Of each place: the last word at which it may stand, given what was found before it.
        int[] until = new int[places.size()];
        Arrays.fill(until, -1);
        for (int at = 0; at < sentence.size(); at++) {
            if (!first || at == 0) {
                open(until, 0, at);
            }
            for (int place = places.size() - 1; place >= 0; place--) {
                if (until[place] < at || !places.get(place).holds(sentence.get(at))) {
                    continue;
                }
                if (place < places.size() - 1) {
                    open(until, place + 1, at + 1);
                } else if (!last || at == sentence.size() - 1) {
                    return true;
                }
            }
        }
        return false;
    }

    private void open(int[] until, int place, int at) {
        until[place] = Math.max(until[place], at + places.get(place).gap());
        if (places.get(place).optional()) {
            open(until, place + 1, at);
        }
    }
}
