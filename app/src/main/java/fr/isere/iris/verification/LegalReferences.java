package fr.isere.iris.verification;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Articles, and whatever has a number after "n°". */
record LegalReferences(Numbers numbers, String text) {

    private static final Set<String> ARTICLE = Set.of("article", "articles", "art", "arts");
    private static final Set<String> LETTERS = Set.of("l", "lo", "r", "d", "a");
    private static final Set<String> FIRST = Set.of("premier", "ler", "ier");
    private static final Set<String> NUMBER = Set.of("numero", "no", "nos", "numeros");
    private static final int WITHOUT_DASH = 3;

    Quantities.@Nullable Read read(int i) {
        if (numbers.isWord(i, ARTICLE)) {
            int at = numbers.isSign(i + 1, '.') ? i + 2 : i + 1;
            Quantities.Read code = code(at);
            return code != null ? code : article(at);
        }
        if (numbers.isWord(i, Vocabulary.LAWS)) {
            int at = i + 1;
            while (at < i + 5 && !isNumberSign(at) && isBeforeNumber(at)) {
                at++;
            }
            return isNumberSign(at) ? numbered(at) : null;
        }
        Quantities.Read numbered = isNumberSign(i) ? numbered(i) : null;
        return numbered != null ? numbered : lettered(i);
    }

    private boolean isBeforeNumber(int i) {
        return numbers.isWord(i, Set.of("organique", "ue", "ce", "cee", "europeen", "delegue", "constitutionnelle"))
                || numbers.isSign(i, '(')
                || numbers.isSign(i, ')');
    }

    private boolean isNumberSign(int i) {
        boolean sign = numbers.isWord(i, Set.of("n")) && numbers.isSign(i + 1, '°');
        Lexeme after = numbers.at(i + 1);
        return sign || (numbers.isWord(i, NUMBER) && after != null && !after.is(Lexeme.Type.SIGN));
    }

    private Quantities.@Nullable Read numbered(int i) {
        int at = numbers.isSign(i + 1, '°') ? i + 2 : i + 1;
        StringBuilder code = new StringBuilder();
        int next = at;
        Lexeme piece = numbers.at(next);
        while (piece != null && (next == at || piece.glued()) && isOfCode(next, piece)) {
            code.append(piece.text());
            next++;
            piece = numbers.at(next);
        }
        boolean digits = code.chars().anyMatch(Character::isDigit);
        return digits ? reference(code.toString(), next) : null;
    }

    private boolean isOfCode(int i, Lexeme piece) {
        if (!piece.is(Lexeme.Type.SIGN)) {
            return true;
        }
        Lexeme after = numbers.at(i + 1);
        boolean link = piece.isSign('-') || piece.isSign('/') || piece.isSign('.');
        return link && after != null && after.glued() && !after.is(Lexeme.Type.SIGN);
    }

    private Quantities.@Nullable Read article(int at) {
        if (numbers.isWord(at, FIRST)) {
            return reference("1", at + 1);
        }
        Lexeme piece = numbers.at(at);
        Numbers.Read number = piece != null && piece.is(Lexeme.Type.NUMBER) ? numbers.read(at) : null;
        return number == null || number.scale() > 0 ? null : reference(Value.plain(number.value()), number.next());
    }

    /** "L. 311-1", "R*133-2", "D 123", "311-1". */
    private Quantities.@Nullable Read code(int at) {
        Lexeme piece = numbers.at(at);
        if (piece != null && piece.is(Lexeme.Type.CODE) && piece.text().indexOf('.') < 0) {
            return reference(piece.text(), at + 1);
        }
        return lettered(at);
    }

    private Quantities.@Nullable Read lettered(int i) {
        if (!numbers.isWord(i, LETTERS)
                || !Character.isUpperCase(text.charAt(numbers.pieces().get(i).start()))) {
            return null;
        }
        int at = i + 1;
        while (numbers.isSign(at, '.') || numbers.isSign(at, '*')) {
            at++;
        }
        Lexeme piece = numbers.at(at);
        boolean code = piece != null
                && (piece.is(Lexeme.Type.CODE)
                        || (piece.is(Lexeme.Type.NUMBER)
                                && piece.text().length() >= WITHOUT_DASH
                                && piece.text().length() == piece.end() - piece.start()
                                && piece.text().indexOf('.') < 0));
        return piece == null || !code ? null : reference(numbers.pieces().get(i).text() + piece.text(), at + 1);
    }

    private static Quantities.Read reference(String amount, int next) {
        return new Quantities.Read(Value.reference(amount), next, true, false);
    }
}
