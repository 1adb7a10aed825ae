package fr.isere.iris.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A conversation's title, from its first message: no model is asked for so little. */
final class Title {

    private static final int LONGEST = 60;
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private Title() {}

    /** The first line that says something, cut at a word within 60 characters. */
    static String of(String message) {
        String line = message.lines()
                .map(text -> text.strip().replaceAll("\\s++", " "))
                .filter(text -> text.codePoints().anyMatch(Character::isLetterOrDigit))
                .findFirst()
                .orElse(message.strip());
        if (line.length() <= LONGEST) {
            return line;
        }
        int space = line.lastIndexOf(' ', LONGEST);
        int cut = space < LONGEST / 2 ? endOfLastWholeCharacter(line) : space;
        return line.substring(0, cut).strip() + "…";
    }

    /** One endless word is cut between characters as people see them, never inside one. */
    private static int endOfLastWholeCharacter(String line) {
        Matcher characters = CHARACTER.matcher(line);
        int end = 0;
        while (characters.find() && characters.end() <= LONGEST) {
            end = characters.end();
        }
        return end;
    }
}
