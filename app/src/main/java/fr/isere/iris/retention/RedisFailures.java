package fr.isere.iris.retention;

import fr.isere.iris.problems.StorageFailures;
import io.lettuce.core.RedisCommandExecutionException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What storage failures mean; those of Redis have no type of their own but a first word. */
@Component
class RedisFailures implements StorageFailures {

    @Override
    public boolean isFull(DataAccessException failure) {
        return failure instanceof MemoryShelfFull || says(failure, "OOM");
    }

    /** Whether Redis did not accept the user, the password, or their absence. */
    static boolean isAboutWhoWeAre(Throwable failure) {
        return says(failure, "WRONGPASS") || says(failure, "NOAUTH") || says(failure, "NOPERM");
    }

    private static boolean says(Throwable failure, String word) {
        return causes(failure)
                .filter(RedisCommandExecutionException.class::isInstance)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).startsWith(word));
    }

    /** A failure and what caused it, outermost first; of a cluster, what went wrong at each of its nodes too. */
    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> Stream.concat(
                        Stream.of(cause), Arrays.stream(cause.getSuppressed()).flatMap(RedisFailures::causes)));
    }
}
