package fr.isere.iris.verification;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a sentence. Where it begins or ends without the marks of a sentence, somebody may have cut it in the middle of a value.
 *
 * @param text that the tokens are of
 */
record Cut(List<Token> tokens, String text) {

    private static final String ENDS = ".!?;:";

    Cut {
        tokens = List.copyOf(tokens);
    }

    /** With rows of figures apart that were read as one: "1 250 300 400" where the documents have 1 250 and 300 400 side by side. */
    static Cut of(List<Token> tokens, String text, Sources sources) {
        List<Token> apart = new ArrayList<>();
        for (Token token : tokens) {
            Token rest = token;
            for (Token first = first(rest, text, sources); first != null; first = first(rest, text, sources)) {
                apart.add(first);
                rest = part(rest, first.end() + 1, rest.end(), text);
            }
            apart.add(rest);
        }
        return new Cut(apart, text);
    }

    private static @Nullable Token first(Token token, String text, Sources sources) {
        if (token.value() == null || sources.key(token) != Sources.UNKNOWN) {
            return null;
        }
        for (int at = token.start() + 1; at < token.end() - 1; at++) {
            boolean between = Fold.isSpace(text.charAt(at))
                    && Fold.isDigit(text.charAt(at - 1))
                    && Fold.isDigit(text.charAt(at + 1));
            if (between) {
                Token first = part(token, token.start(), at, text);
                Token rest = part(token, at + 1, token.end(), text);
                if (first.value() != null && rest.value() != null && sources.haveSideBySide(first, rest)) {
                    return first;
                }
            }
        }
        return null;
    }

    private static Token part(Token token, int start, int end, String text) {
        List<Token> read = Tokens.of(text.substring(start, end));
        if (read.size() != 1 || read.get(0).value() == null) {
            return Token.word("", start, end);
        }
        Token only = read.get(0);
        return new Token(only.key(), only.value(), start, end, token.claim(), token.weak());
    }

    /** Whether the first or the last word is what a cut has left of the value at a position. */
    boolean isCutFrom(int i, Sources sources, int position) {
        return (i == 0 || i == tokens.size() - 1) && isCutFrom(i, sources.text(position));
    }

    private boolean isCutFrom(int i, String whole) {
        Token token = tokens.get(i);
        String mine = Fold.word(text, token.start(), token.end());
        String its = Fold.word(whole, 0, whole.length());
        if (its.length() <= mine.length()) {
            return false;
        }
        boolean last =
                i == tokens.size() - 1 && text.substring(token.end()).chars().noneMatch(c -> ENDS.indexOf(c) >= 0);
        boolean ends = last && its.startsWith(mine) && !goesOn(its.charAt(mine.length()));
        boolean begins = i == 0 && its.endsWith(mine) && !goesOn(its.charAt(its.length() - mine.length() - 1));
        return ends || begins;
    }

    private static boolean goesOn(char next) {
        return Fold.isDigit(next) || next == ',';
    }
}
