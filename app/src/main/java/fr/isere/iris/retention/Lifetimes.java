package fr.isere.iris.retention;

import fr.isere.iris.problems.StartRefused;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long things live.
 *
 * @param idle a conversation, after its last message
 * @param max a conversation, after its first
 * @param answerLog the events of an answer, after the last one; never longer than its conversation
 * @param longest what no life may exceed, for anybody: set by who answers for the law
 * @param roles other lives for the conversations of some roles, by the role's name in lower case
 * @param ephemeral conversations that stay in the memory of one instance
 */
@ConfigurationProperties("iris.retention")
public record Lifetimes(
        @DefaultValue("24h") Duration idle,
        @DefaultValue("7d") Duration max,
        @DefaultValue("30m") Duration answerLog,
        @DefaultValue("30d") Duration longest,
        @DefaultValue Map<String, OfRole> roles,
        @DefaultValue Ephemeral ephemeral) {

    /**
     * The life of a role's conversations; what is not said is that of everybody.
     *
     * @param idle after the last message
     * @param max after the first
     */
    public record OfRole(@Nullable Duration idle, @Nullable Duration max) {}

    /**
     * Ephemeral conversations.
     *
     * @param idle how long one lives after its last message
     * @param memory how much of an instance's memory all of them may take, sealed; 0 offers none
     */
    public record Ephemeral(
            @DefaultValue("30m") Duration idle,
            @DefaultValue("64MB") DataSize memory) {}

    /** Refuses what could never expire, or would live longer than allowed. */
    public Lifetimes {
        check("idle", idle, longest);
        check("max", max, longest);
        check("answer-log", answerLog, longest);
        check("ephemeral.idle", ephemeral.idle(), longest);
        if (ephemeral.memory().isNegative()) {
            throw new StartRefused("iris.retention.ephemeral.memory must not be negative");
        }
        roles.forEach((role, life) -> {
            check("roles." + role + ".idle", Objects.requireNonNullElse(life.idle(), idle), longest);
            check("roles." + role + ".max", Objects.requireNonNullElse(life.max(), max), longest);
        });
    }

    /** The life of the conversations of who has these roles: of several that differ, the shortest. */
    public Life of(Collection<String> names) {
        Life everybodys = new Life(idle, max);
        return names.stream()
                .filter(roles::containsKey)
                .map(name -> of(Objects.requireNonNull(roles.get(name))))
                .reduce(Life::orShorter)
                .orElse(everybodys);
    }

    /** The life of their ephemeral conversations; empty if none are offered. */
    public Optional<Life> ofEphemeral(Collection<String> names) {
        Life stored = of(names);
        return ephemeral.memory().toBytes() == 0
                ? Optional.empty()
                : Optional.of(stored.orShorter(new Life(ephemeral.idle(), stored.max())));
    }

    /** What no conversation may exceed, whoever it is of. */
    Life longestOfAll() {
        Life longest = new Life(idle, max);
        for (OfRole role : roles.values()) {
            longest = longest.orLonger(of(role));
        }
        return longest;
    }

    private Life of(OfRole role) {
        return new Life(Objects.requireNonNullElse(role.idle(), idle), Objects.requireNonNullElse(role.max(), max));
    }

    private static void check(String name, Duration duration, Duration longest) {
        if (duration.isZero() || duration.isNegative()) {
            throw new StartRefused("iris.retention.%s must be longer than nothing".formatted(name));
        }
        if (duration.compareTo(longest) > 0) {
            throw new StartRefused(
                    "iris.retention.%s (%s) exceeds iris.retention.longest (%s)".formatted(name, duration, longest));
        }
    }
}
