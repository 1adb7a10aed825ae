package fr.isere.iris.exports;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks to take along.
 *
 * @param conversationId where the answer stands
 * @param messageId the answer
 * @param format {@code docx}, {@code odt}, {@code pdf} or {@code markdown}
 * @param reviewer who read it again, as the file shall say it
 * @param leftOpen the findings, by where they start in the answer, that she knows to be unchecked and that the file shall list
 */
record NewExport(
        @Nullable String conversationId,
        @Nullable String messageId,
        @Nullable String format,
        @Nullable String reviewer,
        @Nullable Set<Integer> leftOpen) {}
