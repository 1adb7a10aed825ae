package fr.isere.iris.audit;

import fr.isere.iris.audit.Verification.Break;
import fr.isere.iris.audit.Verification.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the chain of one run of one instance through its files, up to where it does not hold. */
final class RunCheck {

    private final Chain own;
    private final Claims claims;
    private final List<String> unfinished = new ArrayList<>();

    private Chain chain;
    private @Nullable String key;
    private String former = Chain.GENESIS;
    private long seq;
    private long lines;
    private int unkeyed;

    RunCheck(Chain own, Claims claims) {
        this.own = own;
        this.chain = own;
        this.claims = claims;
    }

    long lines() {
        return lines;
    }

    int unkeyed() {
        return unkeyed;
    }

    List<String> unfinished() {
        return unfinished;
    }

    /** The first place where it does not hold, in the files of the run in their order. */
    Optional<Break> follow(List<TrailFile> files) throws IOException {
        for (TrailFile file : files) {
            Optional<Break> found = follow(file);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Break> follow(TrailFile file) throws IOException {
        Map<Long, String> mustHave = claims.seenIn(file);
        long number = 0;
        try (TrailLines texts = new TrailLines(file)) {
            for (String text = texts.next(); text != null; text = texts.next()) {
                number++;
                lines++;
                Kind wrong = check(text, number == 1, texts, mustHave);
                if (wrong != null) {
                    return Optional.of(new Break(file.name(), number, wrong));
                }
            }
            if (texts.isUnfinished()) {
                unfinished.add(file.name());
            }
        }
        return mustHave.isEmpty() ? Optional.empty() : Optional.of(new Break(file.name(), number + 1, Kind.MISSING));
    }

    private @Nullable Kind check(String text, boolean isFirst, TrailLines rest, Map<Long, String> mustHave)
            throws IOException {
        Line line = Line.parse(text).orElse(null);
        Line.Stamp stamp = line == null ? null : line.stamp().orElse(null);
        if (line == null || stamp == null) {
            return Kind.CHANGED;
        }
        Line.Body body = isFirst ? line.read().orElse(null) : null;
        if (isFirst && body == null) {
            return Kind.CHANGED;
        }
        Kind wrongStart = body == null ? null : start(body);
        if (wrongStart != null) {
            return wrongStart;
        }
        if (stamp.seq() != seq + 1) {
            return displaced(stamp.seq(), rest);
        }
        String hash = chain.hash(former, line.body());
        String known = mustHave.remove(stamp.seq());
        if (!hash.equals(line.hash()) || (known != null && !known.equals(hash))) {
            return Kind.CHANGED;
        }
        seq = stamp.seq();
        former = hash;
        return null;
    }

    /** A file begins by saying what it follows: nothing, the file before it, or one that was removed in order. */
    private @Nullable Kind start(Line.Body body) {
        Map<String, String> details = body.details();
        String keyName = details.getOrDefault(TrailEvents.KEY, "");
        boolean isBeginning = body.what().equals(TrailEvents.BEGUN) && body.seq() == 1 && seq == 0;
        boolean isOther = !isBeginning && !body.what().equals(TrailEvents.CONTINUED);
        if (isOther || (key != null && !key.equals(keyName))) {
            return Kind.CHANGED;
        }
        if (!keyName.equals(own.keyName()) && !keyName.equals(Chain.NO_KEY)) {
            return Kind.OTHER_KEY;
        }
        key = keyName;
        chain = keyName.equals(Chain.NO_KEY) ? new Chain(null) : own;
        unkeyed += keyName.equals(Chain.NO_KEY) ? 1 : 0;
        if (!isBeginning && body.seq() != seq + 1) {
            return startAfterRemoved(body);
        }
        return null;
    }

    private @Nullable Kind startAfterRemoved(Line.Body body) {
        Head last = claims.removed(body.details().getOrDefault(TrailEvents.AFTER, ""))
                .orElse(null);
        if (last == null || last.seq() + 1 != body.seq()) {
            return Kind.MISSING;
        }
        seq = last.seq();
        former = last.hash();
        return null;
    }

    private Kind displaced(long found, TrailLines rest) throws IOException {
        if (found <= seq) {
            return Kind.MOVED;
        }
        for (String text = rest.next(); text != null; text = rest.next()) {
            boolean isExpected = Line.parse(text)
                    .flatMap(Line::stamp)
                    .filter(stamp -> stamp.seq() == seq + 1)
                    .isPresent();
            if (isExpected) {
                return Kind.MOVED;
            }
        }
        return Kind.MISSING;
    }
}
