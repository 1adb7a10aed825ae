package fr.isere.iris.exports;

import fr.isere.iris.problems.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Who read a document again: a human name, without which nothing leaves.
 *
 * @param name as the file shows it, in one line
 */
record Reviewer(String name) {

    private static final int LONGEST = 120;

    /**
     * The name as it was typed, without the space around it.
     *
     * @throws ProblemException {@code export-reviewer-missing}, {@code export-reviewer-too-long} or {@code export-reviewer-invalid}
     */
    static Reviewer of(@Nullable String typed) {
        String name = typed == null ? "" : typed.strip();
        if (name.codePoints().noneMatch(Character::isLetter)) {
            throw refused("export-reviewer-missing");
        }
        if (name.codePointCount(0, name.length()) > LONGEST) {
            throw new ProblemException("export-reviewer-too-long", HttpStatus.BAD_REQUEST, LONGEST);
        }
        if (name.codePoints().anyMatch(Character::isISOControl)
                || !Legible.of(name).equals(name)) {
            throw refused("export-reviewer-invalid");
        }
        return new Reviewer(name);
    }

    private static ProblemException refused(String name) {
        return new ProblemException(name, HttpStatus.BAD_REQUEST);
    }
}
