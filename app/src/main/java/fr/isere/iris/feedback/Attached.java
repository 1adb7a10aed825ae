package fr.isere.iris.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody attached to an opinion for the référents to read; it does not say who.
 *
 * @param at when
 * @param endsAt when it vanishes
 * @param task id of what was asked for
 * @param model display name of who wrote the answer
 * @param useful whether the answer was
 * @param text a comment; null for none
 * @param question null if only a comment was left
 * @param answer null if only a comment was left
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Attached(
        Instant at,
        Instant endsAt,
        String task,
        String model,
        boolean useful,
        @Nullable Reason reason,
        @Nullable String text,
        @Nullable String question,
        @Nullable String answer) {}
