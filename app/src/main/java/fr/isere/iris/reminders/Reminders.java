package fr.isere.iris.reminders;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request deserves to be reminded of. Local and bounded, whatever the text; nothing of it is kept. */
public interface Reminders {

    /** The first reminder that this request deserves, if any. */
    Optional<Reminder> of(String request);

    /**
     * Lets requests pass whose sender read what must be read.
     *
     * @param acknowledged kinds of reminders that she read; null for none
     * @throws fr.isere.iris.problems.ProblemException {@code reminder-not-acknowledged} (409) with the reminder, for the others
     */
    void requireAcknowledged(String request, @Nullable Collection<String> acknowledged);
}
