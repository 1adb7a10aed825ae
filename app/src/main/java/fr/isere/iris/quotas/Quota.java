package fr.isere.iris.quotas;

import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may ask; what is null is not limited.
 *
 * @param requestsADay messages, answers asked again, and summaries
 * @param tokensADay read and written by models, as they count; the answer that passes it is still given whole
 * @param atOnce answers being written
 */
record Quota(
        @Nullable @Positive Integer requestsADay,
        @Nullable @Positive Long tokensADay,
        @Nullable @Positive Integer atOnce) {

    boolean isNone() {
        return requestsADay == null && tokensADay == null && atOnce == null;
    }

    /** The more generous of both, each way. */
    Quota orMore(Quota other) {
        return new Quota(
                more(requestsADay, other.requestsADay), more(tokensADay, other.tokensADay), more(atOnce, other.atOnce));
    }

    private static <T extends Comparable<T>> @Nullable T more(@Nullable T one, @Nullable T other) {
        if (one == null || other == null) {
            return null;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }
}
