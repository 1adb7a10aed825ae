package fr.isere.iris.reminders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a person is reminded of before a request leaves.
 *
 * @param kind names it: {@code people}, {@code decision}…
 * @param title in one line
 * @param text what to do instead, in French
 * @param mustAcknowledge whether the server refuses the request until its sender says that she read this
 * @param result what the request asks to compute; null if that is not what it asks, or cannot be computed here
 * @param link where the answer is to be had; null if nowhere in particular
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Reminder(
        String kind,
        String title,
        String text,
        boolean mustAcknowledge,
        @Nullable Result result,
        @Nullable URI link) {

    /**
     * What a calculator says.
     *
     * @param calculation as it was understood, in French: {@code 15 % × 48 000 €}
     * @param value what it comes to, with its unit
     */
    public record Result(String calculation, String value) {}
}
