package fr.isere.iris.chat;

import fr.isere.iris.models.GenerationListener;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hears a composition being written: what any generation tells, and how far the reading has come. */
public interface CompositionListener extends GenerationListener {

    /**
     * So much is read.
     *
     * @param unit what is counted, as in {@code pages}
     * @param left how long the rest takes, by what was seen so far; null while nothing can be said
     */
    void progress(int done, int total, String unit, @Nullable Duration left);
}
