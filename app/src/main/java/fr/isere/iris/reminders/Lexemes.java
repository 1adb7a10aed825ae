package fr.isere.iris.reminders;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Reads numbers as the French write them (1 250,50), days (3 mars 2025, 03/03/2025), signs and words. One pass. */
final class Lexemes {

    private static final int MOST_DIGITS = 24;
    private static final List<String> MONTHS = List.of(
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre");

    private final String text;
    private final List<Lexeme> found = new ArrayList<>();
    private int at;

    private Lexemes(String text) {
        this.text = text;
    }

    /** Empty if there is a number that cannot be read in one way only. */
    static Optional<List<Lexeme>> in(String text) {
        Lexemes lexemes = new Lexemes(folded(text));
        while (lexemes.at < lexemes.text.length()) {
            if (!lexemes.next()) {
                return Optional.empty();
            }
        }
        return Optional.of(lexemes.found);
    }

    static String folded(String text) {
        char[] letters = text.toLowerCase(Locale.FRENCH)
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('×', '*')
                .replace('÷', '/')
                .replace('−', '-')
                .toCharArray();
        char[] folded = new char[letters.length * 4];
        int length = ASCIIFoldingFilter.foldToASCII(letters, 0, folded, 0, letters.length);
        return new String(folded, 0, length);
    }

    private boolean next() {
        char here = text.charAt(at);
        if (Character.isDigit(here)) {
            return day() || amount();
        }
        if (Character.isLetter(here) || here == '€') {
            word();
            return true;
        }
        if ("+-*/()=".indexOf(here) >= 0) {
            found.add(new Lexeme.Sign(here));
        } else if (here == '%') {
            found.add(new Lexeme.Word("%"));
        }
        at++;
        return true;
    }

    private void word() {
        int from = at++;
        // "km²" is one word, and so is "km2".
        while (at < text.length() && text.charAt(from) != '€' && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        found.add(new Lexeme.Word(text.substring(from, at)));
    }

    private boolean amount() {
        String digits = digits();
        int groups = 0;
        while (isGroup(at)) {
            digits += text.substring(at + 1, at + 4);
            at += 4;
            groups++;
        }
        if (groups > 0 && digits.length() - 3 * groups > 3) {
            return false;
        }
        if (at + 1 < text.length() && ",.".indexOf(text.charAt(at)) >= 0 && Character.isDigit(text.charAt(at + 1))) {
            boolean point = text.charAt(at++) == '.';
            String decimals = digits();
            // "3.500" is three and a half for some and three thousand five hundred for others; "12,15,9" is three
            // numbers, or two.
            if ((point && decimals.length() == 3)
                    || (at < text.length() && ",.".indexOf(text.charAt(at)) >= 0 && followedByDigit())) {
                return false;
            }
            digits += "." + decimals;
        }
        if (digits.length() > MOST_DIGITS) {
            return false;
        }
        found.add(new Lexeme.Amount(new BigDecimal(digits), percent()));
        return true;
    }

    private boolean followedByDigit() {
        return at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    private boolean percent() {
        int sign = at;
        while (sign < text.length() && text.charAt(sign) == ' ') {
            sign++;
        }
        if (text.startsWith("%", sign)) {
            at = sign + 1;
            return true;
        }
        if (text.startsWith("pour cent", sign) || text.startsWith("pourcent", sign)) {
            at = sign + (text.startsWith("pour cent", sign) ? 9 : 8);
            return true;
        }
        return false;
    }

    private String digits() {
        int from = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    /** Whether three digits and no more stand after a space. */
    private boolean isGroup(int space) {
        if (space + 3 >= text.length() || text.charAt(space) != ' ') {
            return false;
        }
        boolean three = text.substring(space + 1, space + 4).chars().allMatch(Character::isDigit);
        return three && (space + 4 == text.length() || !Character.isDigit(text.charAt(space + 4)));
    }

    private boolean day() {
        int start = at;
        String day = digits();
        Optional<LocalDate> date =
                day.length() > 2 ? Optional.empty() : written(day).or(() -> signed(start, day));
        if (date.isEmpty()) {
            at = start;
            return false;
        }
        found.add(new Lexeme.Day(date.get()));
        return true;
    }

    /** 3 mars 2025, 1er avril 2025. */
    private Optional<LocalDate> written(String day) {
        int back = at;
        if (text.startsWith("er ", at)) {
            at += 2;
        }
        if (text.startsWith(" ", at)) {
            at++;
            for (int month = 0; month < MONTHS.size(); month++) {
                if (text.startsWith(MONTHS.get(month) + " ", at)) {
                    at += MONTHS.get(month).length() + 1;
                    Optional<LocalDate> date = date(day, String.valueOf(month + 1), digits());
                    if (date.isPresent()) {
                        return date;
                    }
                }
            }
        }
        at = back;
        return Optional.empty();
    }

    /** 03/03/2025. */
    private Optional<LocalDate> signed(int start, String day) {
        at = start + day.length();
        if (!text.startsWith("/", at)) {
            return Optional.empty();
        }
        at++;
        String month = digits();
        if (month.isEmpty() || !text.startsWith("/", at)) {
            return Optional.empty();
        }
        at++;
        return date(day, month, digits());
    }

    private static Optional<LocalDate> date(String day, String month, String year) {
        if (year.length() != 4 || month.length() > 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
