package fr.isere.iris.feedback;

import fr.isere.iris.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What somebody thinks of an answer, checked.
 *
 * @param text a comment; null for none
 * @param attach whether the question and the answer go with it
 */
record Opinion(
        boolean useful, @Nullable Reason reason, @Nullable String text, boolean attach) {

    /** Longest comment, in UTF-16 units. */
    static final int LONGEST = 1000;

    /**
     * Reads what was sent.
     *
     * @throws ProblemException 400, saying what is possible
     */
    static Opinion of(NewFeedback sent) {
        if (sent.useful() == null) {
            throw new ProblemException("request-invalid", HttpStatus.BAD_REQUEST);
        }
        @Nullable
        String text = sent.text() == null || sent.text().isBlank()
                ? null
                : sent.text().strip();
        if (text != null && text.length() > LONGEST) {
            throw new ProblemException("feedback-text-too-long", HttpStatus.BAD_REQUEST, LONGEST);
        }
        return new Opinion(sent.useful(), reason(sent), text, Boolean.TRUE.equals(sent.attach()));
    }

    /** Whether something that people wrote goes with it. */
    boolean holdsContent() {
        return attach || text != null;
    }

    private static @Nullable Reason reason(NewFeedback sent) {
        if (sent.reason() == null) {
            return null;
        }
        if (Boolean.TRUE.equals(sent.useful())) {
            throw new ProblemException("feedback-reason-useless", HttpStatus.BAD_REQUEST);
        }
        return Reason.of(sent.reason())
                .orElseThrow(() -> new ProblemException(
                        "feedback-reason-unknown", HttpStatus.BAD_REQUEST, String.join(", ", Reason.ids())));
    }
}
