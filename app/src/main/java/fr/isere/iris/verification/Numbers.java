package fr.isere.iris.verification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads numbers, in figures or in letters, among the pieces of a text. */
record Numbers(List<Lexeme> pieces) {

    /**
     * A number.
     *
     * @param next the piece after it
     * @param scale the power of ten that a word or a letter stood for
     * @param decimals figures after the point, before that power
     */
    record Read(BigDecimal value, int next, int scale, int decimals, boolean inLetters) {

        boolean isBetween(int least, int most) {
            return value.scale() <= 0
                    && value.compareTo(BigDecimal.valueOf(least)) >= 0
                    && value.compareTo(BigDecimal.valueOf(most)) <= 0;
        }
    }

    private static final Set<String> ONE = Set.of("un", "une", "one");
    private static final Set<String> SHORT_SCALES = Set.of("k", "m", "md", "mds");
    private static final int LONGEST = 40;
    private static final int FARTHEST = 3;

    @Nullable
    Lexeme at(int i) {
        return i >= 0 && i < pieces.size() ? pieces.get(i) : null;
    }

    boolean isWord(int i, Set<String> words) {
        Lexeme piece = at(i);
        return piece != null && piece.is(Lexeme.Type.WORD) && words.contains(piece.text());
    }

    boolean isSign(int i, char sign) {
        Lexeme piece = at(i);
        return piece != null && piece.isSign(sign);
    }

    boolean isCurrency(int i) {
        return isSign(i, '€') || isSign(i, '$') || isSign(i, '£') || isWord(i, Vocabulary.CURRENCIES);
    }

    @Nullable
    Read read(int i) {
        Lexeme piece = at(i);
        if (piece == null) {
            return null;
        }
        return switch (piece.type()) {
            case NUMBER -> figures(i, piece);
            case WORD -> letters(i);
            default -> null;
        };
    }

    private @Nullable Read figures(int i, Lexeme piece) {
        if (piece.text().length() > LONGEST) {
            return null;
        }
        BigDecimal number = new BigDecimal(piece.text());
        int decimals = number.scale();
        Lexeme after = at(i + 1);
        int next = i + 1;
        if (decimals == 0 && after != null && after.glued() && isWord(next, Vocabulary.ORDINALS)) {
            return new Read(number, next + 1, 0, 0, false);
        }
        int scale = scale(next);
        return new Read(number.movePointRight(scale), scale > 0 ? next + 1 : next, scale, decimals, false);
    }

    private int scale(int i) {
        Lexeme piece = at(i);
        if (piece == null || !piece.is(Lexeme.Type.WORD)) {
            return 0;
        }
        if (piece.text().equals("meur") || (SHORT_SCALES.contains(piece.text()) && !isCurrency(i + 1))) {
            return 0;
        }
        return Vocabulary.SCALES.getOrDefault(piece.text(), 0);
    }

    private @Nullable Read letters(int i) {
        if (isWord(i, ONE) && !countsAsOne(i)) {
            return null;
        }
        InLetters number = new InLetters();
        int next = i;
        int last = 0;
        while (true) {
            int word = isLinked(next) ? next + 1 : next;
            Lexeme piece = at(word);
            if (piece == null || !piece.is(Lexeme.Type.WORD) || (next > i && isFar(word))) {
                break;
            }
            int scale = SHORT_SCALES.contains(piece.text()) ? 0 : scale(word);
            if (piece.text().equals("et")
                    && number.isTens()
                    && (isWord(word + 1, ONE) || isWord(word + 1, Set.of("onze")))) {
                next = word + 1;
                continue;
            }
            if (!number.add(Vocabulary.SMALL.get(piece.text()), scale)) {
                break;
            }
            last = scale;
            next = word + 1;
        }
        return next == i ? null : new Read(number.value(), next, last >= 6 ? last : 0, 0, true);
    }

    /** "Un" is an article, unless something that is counted in numbers follows. */
    private boolean countsAsOne(int i) {
        Lexeme after = at(i + 1);
        return after != null
                && after.is(Lexeme.Type.WORD)
                && (scale(i + 1) > 3 || Vocabulary.TIMES.containsKey(after.text()));
    }

    private boolean isFar(int i) {
        return pieces.get(i).start() - pieces.get(i - 1).end() > FARTHEST;
    }

    private boolean isLinked(int i) {
        Lexeme after = at(i + 1);
        return isSign(i, '-') && pieces.get(i).glued() && after != null && after.glued();
    }

    /** Adds up the words of one number. */
    private static final class InLetters {

        private long total;
        private int part;
        private int smallest = 12;
        private boolean begun;

        /** "Vingt et un", never "deux et un". */
        boolean isTens() {
            return part % 100 >= 20 && part % 10 == 0;
        }

        /** Whether the word goes on with the number. */
        boolean add(@Nullable Integer small, int scale) {
            if (scale > 0) {
                return multiply(scale);
            }
            if (small == null) {
                return false;
            }
            if (small == 100) {
                return hundreds();
            }
            int rest = part % 100;
            if (small == 20 && rest == 4) {
                part += 76;
                return true;
            }
            boolean goesOn = !begun
                    || (rest == 0 && (part > 0 || smallest < 12) && small > 0)
                    || (rest >= 20 && rest % 10 == 0 && small < (rest == 60 || rest == 80 ? 20 : 10))
                    || ((rest == 10 || rest == 70 || rest == 90) && small >= 7 && small <= 9);
            if (goesOn) {
                part += small;
                begun = true;
            }
            return goesOn;
        }

        private boolean hundreds() {
            if (part > 9) {
                return false;
            }
            part = Math.max(part, 1) * 100;
            begun = true;
            return true;
        }

        private boolean multiply(int scale) {
            if (scale >= smallest || (part == 0 && (begun || scale > 3))) {
                return false;
            }
            total += Math.max(part, 1) * (long) Math.pow(10, scale);
            part = 0;
            smallest = scale;
            begun = true;
            return true;
        }

        BigDecimal value() {
            return BigDecimal.valueOf(total + part);
        }
    }
}
