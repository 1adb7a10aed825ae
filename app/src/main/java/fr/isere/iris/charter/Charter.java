package fr.isere.iris.charter;

import fr.isere.iris.identity.CurrentUser;

/** The charter in force, and whether somebody may go on under it. */
public interface Charter {

    /**
     * Lets those pass who accepted the version in force.
     *
     * @throws fr.isere.iris.problems.ProblemException {@code charter-not-accepted} (403) for the others
     */
    void requireAccepted(CurrentUser user);

    /** The sentence that stands under every generated text, on screen and in exports. */
    String standingReminder();
}
