package fr.isere.iris.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a text as words and values. */
final class Tokens {

    private static final Set<String> CODE_LETTERS = Set.of("l", "lo", "r", "d", "a");
    private static final int YEAR = 4;
    private static final int ELIDED = 2;

    private final String text;
    private final List<Lexeme> pieces;
    private final Quantities quantities;
    private final Dates dates;
    private final LegalReferences references;
    private final List<Token> tokens = new ArrayList<>();

    private Tokens(String text, List<Lexeme> pieces) {
        Numbers numbers = new Numbers(pieces);
        this.text = text;
        this.pieces = pieces;
        this.quantities = new Quantities(numbers);
        this.dates = new Dates(numbers);
        this.references = new LegalReferences(numbers, text);
    }

    /** Of an answer. */
    static List<Token> of(String text) {
        return of(text, false);
    }

    /** Of a source, which may have been recognised in a picture: "2O24" is a year. */
    static List<Token> ofSource(String text) {
        return of(text, true);
    }

    private static List<Token> of(String text, boolean scanned) {
        Tokens tokens = new Tokens(text, Lexer.of(text, scanned));
        int at = 0;
        while (at < tokens.pieces.size()) {
            at = tokens.next(at);
        }
        return tokens.tokens;
    }

    private int next(int i) {
        Lexeme piece = pieces.get(i);
        if (piece.is(Lexeme.Type.SIGN)) {
            return i + 1;
        }
        Quantities.Read read = references.read(i);
        if (read == null) {
            int identifier = endOfIdentifier(i);
            if (identifier > i + 1) {
                return identifier(i, identifier);
            }
            read = dates.read(i);
        }
        if (read == null) {
            read = quantities.read(i);
        }
        if (read != null) {
            return add(i, read);
        }
        return piece.is(Lexeme.Type.CODE) ? code(i, piece) : word(i, piece);
    }

    private int add(int i, Quantities.Read read) {
        Value value = read.value();
        int end = pieces.get(read.next() - 1).end();
        tokens.add(new Token(value.key(), value, pieces.get(i).start(), end, read.claim(), read.weak()));
        return read.next();
    }

    private int word(int i, Lexeme piece) {
        boolean elided = piece.end() < text.length()
                && piece.text().length() <= ELIDED
                && (text.charAt(piece.end()) == '\'' || text.charAt(piece.end()) == '’');
        if (!elided && piece.is(Lexeme.Type.WORD)) {
            String key = Vocabulary.LONG.getOrDefault(piece.text(), piece.text());
            tokens.add(Token.word(isMister(i, piece) ? "monsieur" : key, piece.start(), piece.end()));
        }
        return i + 1;
    }

    private boolean isMister(int i, Lexeme piece) {
        return piece.isWord("m") && i + 1 < pieces.size() && pieces.get(i + 1).isSign('.');
    }

    /** "2021-2027" is two years; of what remains, who knows. */
    private int code(int i, Lexeme piece) {
        String code = piece.text();
        boolean years = code.length() == 2 * YEAR + 1 && isYear(code, 0) && isYear(code, YEAR + 1);
        if (years && code.compareTo(code.substring(YEAR + 1)) < 0) {
            year(code.substring(0, YEAR), piece.start());
            year(code.substring(YEAR + 1), piece.end() - YEAR);
        } else {
            Value value = Value.reference(code);
            tokens.add(new Token(value.key(), value, piece.start(), piece.end(), true, false));
        }
        return i + 1;
    }

    private void year(String year, int start) {
        Value value = Value.date(year + "-??-??");
        tokens.add(new Token(value.key(), value, start, start + YEAR, true, false));
    }

    private static boolean isYear(String code, int at) {
        boolean digits = true;
        for (int i = at; i < at + YEAR; i++) {
            digits &= Character.isDigit(code.charAt(i));
        }
        return digits && (code.startsWith("19", at) || code.startsWith("20", at));
    }

    /** "RD1075", "CP05", "H2O": capitals with figures glued to them. "de15 jours" is a slip. */
    private int endOfIdentifier(int i) {
        Lexeme piece = pieces.get(i);
        if (!piece.is(Lexeme.Type.WORD) || (CODE_LETTERS.contains(piece.text()) && i > 0 && piece.glued())) {
            return i;
        }
        for (int at = piece.start(); at < piece.end(); at++) {
            if (!Character.isUpperCase(text.charAt(at))) {
                return i;
            }
        }
        int end = i + 1;
        while (end < pieces.size()
                && pieces.get(end).glued()
                && !pieces.get(end).is(Lexeme.Type.SIGN)) {
            end++;
        }
        return end;
    }

    private int identifier(int i, int next) {
        StringBuilder key = new StringBuilder();
        for (int at = i; at < next; at++) {
            key.append(pieces.get(at).text());
        }
        Value value = Value.reference(key.toString());
        int start = pieces.get(i).start();
        tokens.add(new Token(value.key(), value, start, pieces.get(next - 1).end(), true, true));
        return next;
    }
}
