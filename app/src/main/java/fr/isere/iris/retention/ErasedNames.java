package fr.isere.iris.retention;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What people erased, remembered outside Redis by digests of names: a copy of Redis that is put back does not bring it back. */
@Component
class ErasedNames {

    private static final Logger LOG = LoggerFactory.getLogger(ErasedNames.class);
    private static final int BYTES = 16;

    private final KeyRing ring;
    private final RingJournal journal;

    ErasedNames(KeyRing ring, RingJournal journal) {
        this.ring = ring;
        this.journal = journal;
    }

    boolean has(Key key) {
        return journal.hasErased(digest(key));
    }

    /** Remembers it; the erasing in Redis itself does not depend on it. */
    void add(Key key, Instant until) {
        try {
            journal.addErased(List.of(digest(key)), until);
        } catch (IOException e) {
            LOG.error(
                    "iris.keys.path: what was erased could not be written in the journal beside the key ring ({});"
                            + " a copy of Redis from before, put back, would bring it back",
                    e.getMessage());
        }
    }

    private String digest(Key key) {
        byte[] digest = ring.digest(("erased " + key.name()).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
    }
}
