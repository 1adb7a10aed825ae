package fr.isere.iris.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People, places and bodies: words with a capital that no beginning of a sentence explains. */
final class Names {

    /**
     * A name in a text.
     *
     * @param words without accents, capitals and the small words between them
     * @param sure of several words, or after a title
     */
    record Name(int start, int end, List<String> words, boolean sure) {

        Name {
            words = List.copyOf(words);
        }
    }

    private static final Set<String> BETWEEN =
            Set.of("de", "du", "des", "d", "la", "le", "les", "l", "en", "sur", "sous", "lès", "aux");
    private static final Set<String> TITLES = Set.of(
            "m", "mm", "mme", "mmes", "mlle", "monsieur", "madame", "messieurs", "mesdames", "maitre", "docteur", "dr");
    private static final Set<String> NO_NAMES = Set.of(
            "article",
            "articles",
            "titre",
            "chapitre",
            "section",
            "annexe",
            "livre",
            "page",
            "pages",
            "iris",
            "oui",
            "non",
            "note",
            "le",
            "la",
            "les",
            "un",
            "une",
            "ce",
            "cette",
            "il",
            "elle",
            "en",
            "au",
            "aux",
            "l",
            "d",
            "i",
            "the",
            "et");
    private static final int WIDEST_GAP = 2;
    private static final int NEARBY = 10;
    private static final int MOST_PLACES = 2_000;

    private final String text;
    private final List<Lexeme> pieces;
    private final List<Name> names = new ArrayList<>();

    private Names(String text) {
        this.text = text;
        this.pieces = Lexer.of(text, false);
    }

    /** Of one sentence. */
    static List<Name> in(String sentence) {
        Names names = new Names(sentence);
        int at = 0;
        while (at < names.pieces.size()) {
            at = names.next(at);
        }
        return names.names;
    }

    private int next(int i) {
        if (!isCapital(i) || (isFirst(i) && !isTitled(i))) {
            return i + 1;
        }
        List<String> words = new ArrayList<>();
        int end = i;
        int at = i;
        while (at < pieces.size() && (at == i || isNear(at)) && (isCapital(at) || isBetween(at))) {
            if (isCapital(at)) {
                end = at;
                if (pieces.get(at).text().length() > 1) {
                    words.add(pieces.get(at).text());
                }
            }
            at++;
        }
        words.removeIf(word -> TITLES.contains(word) || NO_NAMES.contains(word));
        if (!words.isEmpty()) {
            boolean sure = words.size() > 1 || isTitled(i);
            names.add(new Name(pieces.get(i).start(), pieces.get(end).end(), words, sure));
        }
        return end + 1;
    }

    private boolean isCapital(int i) {
        Lexeme piece = pieces.get(i);
        return piece.is(Lexeme.Type.WORD) && Character.isUpperCase(text.charAt(piece.start())) && !isInCode(i);
    }

    /** "L. 311-1", "RD1075". */
    private boolean isInCode(int i) {
        return pieces.get(i).text().length() == 1
                || (i + 1 < pieces.size()
                        && pieces.get(i + 1).glued()
                        && !pieces.get(i + 1).is(Lexeme.Type.SIGN)
                        && !pieces.get(i + 1).is(Lexeme.Type.WORD))
                || (pieces.get(i).glued() && i > 0 && pieces.get(i - 1).is(Lexeme.Type.NUMBER));
    }

    private boolean isTitled(int i) {
        int before = i - 1;
        while (before >= 0 && pieces.get(before).isSign('.')) {
            before--;
        }
        return TITLES.contains(pieces.get(i).text())
                || (before >= 0 && TITLES.contains(pieces.get(before).text()));
    }

    private boolean isBetween(int i) {
        Lexeme piece = pieces.get(i);
        boolean capitalFollows = i + 1 < pieces.size()
                && isNear(i + 1)
                && (isCapital(i + 1) || BETWEEN.contains(pieces.get(i + 1).text()));
        return (BETWEEN.contains(piece.text()) || piece.isSign('-') || (piece.isSign('.') && isAbbreviation(i - 1)))
                && capitalFollows;
    }

    private boolean isAbbreviation(int i) {
        return i >= 0
                && (pieces.get(i).text().length() == 1
                        || TITLES.contains(pieces.get(i).text()));
    }

    private boolean isNear(int i) {
        return pieces.get(i).start() - pieces.get(i - 1).end() <= WIDEST_GAP
                && text.substring(pieces.get(i - 1).end(), pieces.get(i).start())
                        .chars()
                        .noneMatch(one -> ";:|\n?!».".indexOf(one) >= 0);
    }

    /** At the beginning of something, where every word has a capital. */
    private boolean isFirst(int i) {
        int at = pieces.get(i).start() - 1;
        while (at >= 0 && (Fold.isSpace(text.charAt(at)) || "*_(\"«“'’-–—#>".indexOf(text.charAt(at)) >= 0)) {
            at--;
        }
        return at < 0 || ".:;!?|•…".indexOf(text.charAt(at)) >= 0;
    }

    /** Where the documents have the name, its words near one another; null if they do not. */
    static @Nullable Evidence find(Name name, Sources sources) {
        Sources.Numbering rarest = null;
        for (String word : name.words()) {
            if (!sources.hasWord(word)) {
                return null;
            }
            Sources.Numbering places = sources.positions(sources.key(Token.word(word, 0, 0)));
            rarest = rarest == null || places.size() < rarest.size() ? places : rarest;
        }
        for (int i = 0; rarest != null && i < Math.min(rarest.size(), MOST_PLACES); i++) {
            int at = rarest.get(i);
            if (isAround(at, name, sources)) {
                return sources.evidence(at, at);
            }
        }
        return null;
    }

    private static boolean isAround(int position, Name name, Sources sources) {
        for (String word : name.words()) {
            int key = sources.key(Token.word(word, 0, 0));
            boolean there = false;
            int to = Math.min(sources.size() - 1, position + NEARBY);
            for (int at = Math.max(0, position - NEARBY); at <= to && !there; at++) {
                there = sources.at(at) == key;
            }
            if (!there) {
                return false;
            }
        }
        return true;
    }
}
