package fr.isere.iris.feedback;

import fr.isere.iris.problems.StartRefused;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long feedback is kept, and from how many people on it is shown.
 *
 * @param attached a question, an answer and a comment that somebody attached, for the référents
 * @param counts the counts of a month, from its first day
 * @param ratings counts by the hour and model, for decisions about models
 * @param smallest how many people must stand behind a line of counts before anybody sees it
 */
@ConfigurationProperties("iris.feedback")
record FeedbackSettings(
        @DefaultValue("30d") Duration attached,
        @DefaultValue("395d") Duration counts,
        @DefaultValue("35d") Duration ratings,
        @DefaultValue("5") int smallest) {

    /** Longest that anything of feedback may be kept: thirteen months. */
    private static final Duration LONGEST = Duration.ofDays(400);

    private static final int FEWEST = 3;

    /** Refuses what would never end, and lines that two people could tell apart. */
    FeedbackSettings {
        check("attached", attached);
        check("counts", counts);
        check("ratings", ratings);
        if (smallest < FEWEST) {
            throw new StartRefused("iris.feedback.smallest must be at least " + FEWEST);
        }
    }

    /**
     * Content that somebody attached is content: the bound that is set for conversations holds for it too.
     *
     * @param longest what no content may outlive
     */
    void checkAgainst(Duration longest) {
        if (attached.compareTo(longest) > 0) {
            throw new StartRefused(
                    "iris.feedback.attached (%s) exceeds iris.retention.longest (%s)".formatted(attached, longest));
        }
    }

    private static void check(String name, Duration duration) {
        if (duration.isZero() || duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new StartRefused("iris.feedback.%s must be longer than nothing and at most %d days"
                    .formatted(name, LONGEST.toDays()));
        }
    }
}
