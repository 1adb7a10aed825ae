package fr.isere.iris.bias;

import fr.isere.iris.bias.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tokens of a text; behind either end there are edges, without end. */
final class Tokens {

    private static final Set<String> PRONOUNS =
            Set.of("il", "elle", "ils", "elles", "on", "je", "tu", "nous", "vous", "ce");

    private final List<Token> list = new ArrayList<>();
    private final String text;

    private Tokens(String text) {
        this.text = text;
    }

    static Tokens of(String text) {
        Tokens tokens = new Tokens(text);
        int at = 0;
        while (at < text.length()) {
            at = tokens.read(at);
        }
        return tokens;
    }

    String text() {
        return text;
    }

    int size() {
        return list.size();
    }

    Token at(int index) {
        return index < 0 || index >= list.size() ? Token.EDGE : list.get(index);
    }

    /** The words of these tokens as they stand in the text, for a reason: at most so many tokens. */
    String words(int first, int count) {
        int last = Math.min(first + count, size()) - 1;
        return text.substring(at(first).start(), at(last).end());
    }

    /** Whether a sentence ends with this token. */
    boolean endsSentence(int index) {
        Token token = at(index);
        if (token.kind() == Kind.EDGE || token.is("!", "?", "\n")) {
            return true;
        }
        return token.is(".") && !at(index - 1).is("m", "mm", "mr");
    }

    /** Whether nothing of its sentence stands before it, but marks. */
    boolean startsSentence(int index) {
        int before = index - 1;
        while (at(before).kind() == Kind.MARK && !endsSentence(before)) {
            before--;
        }
        return endsSentence(before);
    }

    /** Whether two tokens stand together, or with one space between them. */
    boolean isBeside(int index) {
        Token before = at(index - 1);
        int gap = at(index).start() - before.end();
        return before.kind() != Kind.EDGE && gap >= 0 && gap <= 1;
    }

    private int read(int at) {
        char first = text.charAt(at);
        if (first == '\n') {
            list.add(Token.of("\n", at, Kind.MARK));
            return at + 1;
        }
        if (Character.isWhitespace(first) || Character.isSpaceChar(first)) {
            return at + 1;
        }
        if (Character.isLetter(first)) {
            return word(at);
        }
        int end = at + 1;
        boolean number = Character.isDigit(first);
        while (number && end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        list.add(Token.of(text.substring(at, end), at, number ? Kind.NUMBER : Kind.MARK));
        return end;
    }

    private int word(int start) {
        int end = start;
        int hyphen = -1;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (isApostrophe(c) && isLetter(end + 1)) {
                end++;
                break;
            }
            boolean inside = c == '-' && isLetter(end + 1);
            if (!inside && !isLetter(end)) {
                break;
            }
            hyphen = inside ? end : hyphen;
            end++;
        }
        if (hyphen > 0
                && PRONOUNS.contains(
                        Token.of(text.substring(hyphen + 1, end), 0, Kind.WORD).lower())) {
            // "est-elle": the verb and its subject.
            list.add(Token.of(text.substring(start, hyphen), start, Kind.WORD));
            list.add(Token.of("-", hyphen, Kind.MARK));
            list.add(Token.of(text.substring(hyphen + 1, end), hyphen + 1, Kind.WORD));
        } else {
            list.add(Token.of(text.substring(start, end), start, Kind.WORD));
        }
        return end;
    }

    private boolean isLetter(int at) {
        return at < text.length()
                && (Character.isLetter(text.charAt(at))
                        || Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }
}
