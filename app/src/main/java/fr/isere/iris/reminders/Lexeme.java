package fr.isere.iris.reminders;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a calculation is written with. */
sealed interface Lexeme {

    /** A number, and whether a percent sign follows it. */
    record Amount(BigDecimal value, boolean percent) implements Lexeme {}

    /** A day of the calendar. */
    record Day(LocalDate date) implements Lexeme {}

    /** A word in lower case without accents; a unit's sign is one. */
    record Word(String form) implements Lexeme {}

    /** One of {@code + - * / ( ) =}. */
    record Sign(char sign) implements Lexeme {}
}
