package fr.isere.iris.chat;

import fr.isere.iris.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Checks what a person sends before anything is done with it. Nothing is changed in silence: it is accepted as it is, or refused. */
final class MessageText {

    private MessageText() {}

    /**
     * The text, if it can be asked.
     *
     * @throws ProblemException {@code message-empty}, {@code message-too-long}, {@code message-damaged} (half a character),
     *     {@code message-control-characters} or {@code message-direction-overrides}
     */
    static String checked(@Nullable String text, int maxLength) {
        if (text == null || text.codePoints().allMatch(MessageText::showsNothing)) {
            throw refused("message-empty");
        }
        if (text.length() > maxLength) {
            throw new ProblemException("message-too-long", HttpStatus.CONTENT_TOO_LARGE, text.length(), maxLength);
        }
        text.codePoints().forEach(MessageText::check);
        return text;
    }

    private static boolean showsNothing(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private static void check(int character) {
        if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
            throw refused("message-damaged");
        }
        if (Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t') {
            throw refused("message-control-characters");
        }
        // LRO and RLO show a text in another order than it is read by the model: the person could not see what she
        // asks.
        if (character == 0x202D || character == 0x202E) {
            throw refused("message-direction-overrides");
        }
    }

    private static ProblemException refused(String name) {
        return new ProblemException(name, HttpStatus.BAD_REQUEST);
    }
}
