package fr.isere.iris.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's opinion of an answer, as it is kept with the conversation: what is taken away again when they change their mind.
 *
 * @param cell where it is counted, from the first opinion on
 * @param at when it was given
 * @param written whether a model wrote the answer
 * @param attached id of what they attached; null for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Vote(
        boolean useful,
        @Nullable Reason reason,
        Cell cell,
        Instant at,
        boolean written,
        @Nullable String attached) {}
