package fr.isere.iris.releases;

import fr.isere.iris.problems.StartRefused;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a canary is withdrawn, and how often the engines are looked at.
 *
 * @param watch how far back a canary is looked at
 * @param least answers, and opinions, from which on it may be withdrawn
 * @param faults share of its answers that may fail by the engine's fault, 0 to 1
 * @param firstToken within which half of its answers must begin
 * @param notUseful share of opinions "not useful" that it may have, 0 to 1
 * @param drift how often to look whether the engines hold what was imported
 */
@ConfigurationProperties("iris.releases")
record ReleaseSettings(
        @DefaultValue("1h") Duration watch,
        @DefaultValue("20") int least,
        @DefaultValue("0.05") double faults,
        @DefaultValue("15s") Duration firstToken,
        @DefaultValue("0.4") double notUseful,
        @DefaultValue("1m") Duration drift) {

    private static final Duration LONGEST = Duration.ofDays(1);

    /** Refuses what would withdraw every canary, or none. */
    ReleaseSettings {
        share("faults", faults);
        share("not-useful", notUseful);
        positive("watch", watch);
        positive("first-token", firstToken);
        positive("drift", drift);
        if (least < 1) {
            throw new StartRefused("iris.releases.least must be at least 1");
        }
    }

    private static void share(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new StartRefused("iris.releases.%s must be between 0 and 1".formatted(name));
        }
    }

    private static void positive(String name, Duration duration) {
        if (duration.isZero() || duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new StartRefused("iris.releases.%s must be longer than nothing and at most a day".formatted(name));
        }
    }
}
