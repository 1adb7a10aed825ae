package fr.isere.iris.reminders;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * The four operations and brackets, over decimals. No powers, no functions, no names: nothing here takes long or does anything but
 * compute.
 */
final class Expression {

    private static final int DEEPEST = 20;

    private final List<Lexeme> lexemes;
    private int at;
    private int depth;
    private boolean wrong;

    private Expression(List<Lexeme> lexemes) {
        this.lexemes = lexemes;
    }

    /** What it comes to; empty for what is no expression, and for a division by zero. */
    static Optional<BigDecimal> value(List<Lexeme> lexemes) {
        Expression expression = new Expression(lexemes);
        BigDecimal value = expression.sum();
        return expression.wrong || expression.at < lexemes.size() ? Optional.empty() : Optional.of(value);
    }

    private BigDecimal sum() {
        BigDecimal value = product();
        while (isSign('+') || isSign('-')) {
            boolean plus = isSign('+');
            at++;
            BigDecimal next = product();
            value = plus ? value.add(next, MathContext.DECIMAL128) : value.subtract(next, MathContext.DECIMAL128);
        }
        return value;
    }

    private BigDecimal product() {
        BigDecimal value = factor();
        while (isSign('*') || isSign('/')) {
            boolean times = isSign('*');
            at++;
            BigDecimal next = factor();
            if (!times && next.signum() == 0) {
                wrong = true;
                return value;
            }
            value = times ? value.multiply(next, MathContext.DECIMAL128) : value.divide(next, MathContext.DECIMAL128);
        }
        return value;
    }

    private BigDecimal factor() {
        if (at < lexemes.size() && lexemes.get(at) instanceof Lexeme.Amount amount && !amount.percent()) {
            at++;
            return amount.value();
        }
        if (isSign('-') && at + 1 < lexemes.size() && lexemes.get(at + 1) instanceof Lexeme.Amount) {
            at++;
            return factor().negate();
        }
        if (isSign('(') && depth < DEEPEST) {
            at++;
            depth++;
            BigDecimal value = sum();
            depth--;
            wrong |= !isSign(')');
            at++;
            return value;
        }
        wrong = true;
        return BigDecimal.ZERO;
    }

    private boolean isSign(char sign) {
        return at < lexemes.size() && lexemes.get(at) instanceof Lexeme.Sign found && found.sign() == sign;
    }
}
