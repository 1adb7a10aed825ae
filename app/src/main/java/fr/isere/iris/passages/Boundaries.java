package fr.isere.iris.passages;

import java.util.Set;
import java.util.regex.Pattern;

/** Whether a sentence really ends where it seems to. */
final class Boundaries {

    private static final String ABBREVIATIONS =
            "art|al|M|MM|Mme|Mmes|Mlle|Me|Mgr|Dr|Pr|St|Ste|p|pp|cf|ex|éd|vol|chap|sect|tit|liv|no|nos|n|av|bd|dép|env"
                    + "|min|max|réf|tél|hab|janv|févr|avr|juill|sept|oct|nov|déc|ann|arr|circ|délib|loc|op|ord|rapp|rect|resp|suiv|t|v|fig|tab|obs|subv|invest"
                    + "|fonct|mdt|adj|vice-prés|prés|cons|gén|comm|dir|sté|ets|etc";

    private static final Pattern AFTER_ABBREVIATION =
            Pattern.compile("(?:^|.*[^\\p{L}\\d])(?:(?i:" + ABBREVIATIONS + ")|\\p{Lu}|n°)\\.", Pattern.DOTALL);
    private static final Pattern AFTER_ARTICLE_LETTER =
            Pattern.compile("(?:^|.*[\\s('’])(?:LO|[LRDA])\\.?[\\s*]*", Pattern.DOTALL);
    private static final Pattern ITEM_MARK = Pattern.compile("(?:\\d{1,3}|[IVX]{1,5}|\\p{L})\\s?[.)°]|[-–—•*]");

    /** Not "p. 37.": a point after a short word says nothing. */
    private static final Pattern AFTER_SENTENCE =
            Pattern.compile("\\s*|.*(?:\\p{L}{4}\\.|[;:…?!])\\s*", Pattern.DOTALL);

    /** These end a sentence when a capital follows: "etc. Le conseil…". */
    private static final Set<String> MAY_END = Set.of("etc.", "hab.", "max.", "min.", "subv.");

    private static final int LOOK_BACK = 24;

    private Boundaries() {}

    static boolean isFalse(String text, int cut) {
        int next = nextCharacter(text, withClosingMark(text, cut));
        if (next == text.length()) {
            return false;
        }
        int last = cut;
        while (last > 0 && isSpace(text.charAt(last - 1))) {
            last--;
        }
        String before = text.substring(Math.max(0, last - LOOK_BACK), last);
        char following = text.charAt(next);
        return Character.isLowerCase(following)
                || (next == last && Character.isLetterOrDigit(following))
                || ",;:)".indexOf(following) >= 0
                || opensAList(text, last)
                || isAbbreviated(before, following);
    }

    /** "3." or "a)" alone is the mark of what follows. */
    private static boolean opensAList(String text, int last) {
        int begin = last;
        while (begin > 0 && last - begin < 8 && !isSpace(text.charAt(begin - 1))) {
            begin--;
        }
        if (!ITEM_MARK.matcher(text.substring(begin, last)).matches()) {
            return false;
        }
        return AFTER_SENTENCE
                .matcher(text.substring(Math.max(0, begin - LOOK_BACK), begin))
                .matches();
    }

    private static boolean isAbbreviated(String before, char following) {
        if (AFTER_ARTICLE_LETTER.matcher(before).matches()) {
            return Character.isDigit(following) || following == '*' || !before.endsWith(".");
        }
        if (!AFTER_ABBREVIATION.matcher(before).matches()) {
            return false;
        }
        String word = before.substring(before.lastIndexOf(' ') + 1);
        return !(MAY_END.contains(word) && Character.isUpperCase(following));
    }

    /** « C'est voté. » ends after its mark, not before it. */
    static int withClosingMark(String text, int cut) {
        int next = nextCharacter(text, cut);
        return next < text.length() && "»”\"".indexOf(text.charAt(next)) >= 0 && !opensQuotation(text, next)
                ? next + 1
                : cut;
    }

    private static int nextCharacter(String text, int from) {
        int next = from;
        while (next < text.length() && isSpace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    /** A straight mark with a letter after it opens. */
    private static boolean opensQuotation(String text, int mark) {
        return text.charAt(mark) == '"' && mark + 1 < text.length() && !isSpace(text.charAt(mark + 1));
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
