package fr.isere.iris.documents;

import fr.isere.iris.problems.ProblemException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How many files each person is sending to this instance now: one who opens a hundred leaves room for the others. */
@Component
class UploadsUnderWay {

    private final int most;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    UploadsUnderWay(DocumentSettings settings) {
        most = settings.uploadsAtOnce();
    }

    /** One upload, from its first byte to its last. */
    interface Place {

        /** It has come, or will not. */
        void close();
    }

    /**
     * Begins one more.
     *
     * @param person whose
     * @throws ProblemException {@code too-many-uploads}
     */
    Place begin(String person) {
        open.merge(person, 1, (before, one) -> {
            if (before >= most) {
                throw new ProblemException("too-many-uploads", HttpStatus.TOO_MANY_REQUESTS, most);
            }
            return before + one;
        });
        return () -> open.computeIfPresent(person, (name, count) -> count == 1 ? null : count - 1);
    }
}
