package fr.isere.iris.quotas;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked today.
 *
 * @param running ids of her answers that were being written when she last asked
 */
record Used(int requests, long tokens, List<String> running) {

    static final Used NOTHING = new Used(0, 0, List.of());

    Used(int requests, long tokens, @Nullable List<String> running) {
        this.requests = requests;
        this.tokens = tokens;
        this.running = List.copyOf(Objects.requireNonNullElse(running, List.of()));
    }

    Used only(Predicate<String> stillRunning) {
        return new Used(requests, tokens, running.stream().filter(stillRunning).toList());
    }

    Used plusAnswer(String id) {
        return new Used(
                requests + 1,
                tokens,
                Stream.concat(running.stream(), Stream.of(id)).toList());
    }

    Used withoutAnswer(String id) {
        return running.contains(id)
                ? new Used(
                        requests - 1,
                        tokens,
                        running.stream().filter(other -> !other.equals(id)).toList())
                : this;
    }

    Used plusTokens(long more) {
        return new Used(requests, tokens + more, running);
    }
}
