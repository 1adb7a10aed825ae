package fr.isere.iris.models;

import fr.isere.iris.models.ModelStore.Transfer;
import fr.isere.iris.models.StoreFailed.Reason;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the lines of a pull or of a making of Ollama say, one after the other. */
class OllamaProgress {

    private static final Logger log = LoggerFactory.getLogger(OllamaProgress.class);

    private static final String[] CORRUPT = {
        "digest mismatch",
        "invalid file magic",
        "not in gguf",
        "unsupported model format",
        "exceeds file size",
        "failed to read tensor",
        "invalid type",
        "invalid array type",
        "improper type",
        "eof",
        "unknown type"
    };

    /** A transfer that was given up, whatever ended each try: that a file broke off there says nothing of the file. */
    private static final String[] TRANSFER = {"max retries", "get \"http", "head \"http", "no location header"};

    private static final String MANIFEST = "pull model manifest";

    private static final String[] REGISTRY = {"dial tcp", "no such host", "connection re", "tls:", "i/o timeout"};

    private final String backend;
    private final Transfer.Phase phase;
    private final Transfer transfer;
    private final JsonMapper json;
    private final Map<String, Long> done = new HashMap<>();
    private final Map<String, Long> totals = new HashMap<>();
    private String last = "";
    private boolean moved;
    private boolean succeeded;
    private @Nullable Reason failure;

    OllamaProgress(String backend, Transfer.Phase phase, Transfer transfer, JsonMapper json) {
        this.backend = backend;
        this.phase = phase;
        this.transfer = transfer;
        this.json = json;
    }

    boolean isWanted() {
        return transfer.isWanted();
    }

    /** Whether the last line told something new: a pull that hangs repeats itself. */
    boolean hasMoved() {
        return moved;
    }

    /** Hears a line; true if nothing of interest follows. */
    boolean isLast(String line) {
        moved = !line.equals(last);
        last = line;
        JsonNode news;
        try {
            news = json.readTree(line);
        } catch (JacksonException noJson) {
            failure = Reason.MISBEHAVING;
            return true;
        }
        if (news.has("error")) {
            failure = meaning(0, news.path("error").asString(""));
            return true;
        }
        String digest = news.path("digest").asString("");
        if (!digest.isEmpty()) {
            done.put(digest, news.path("completed").asLong(0));
            totals.put(digest, news.path("total").asLong(0));
            transfer.moved(phase, sum(done), sum(totals));
        }
        succeeded = news.path("status").asString("").equals("success");
        return succeeded;
    }

    private static long sum(Map<String, Long> numbers) {
        return numbers.values().stream().mapToLong(Long::longValue).sum();
    }

    void requireSuccess() {
        if (failure != null) {
            throw new StoreFailed(backend, failure);
        }
        if (!succeeded) {
            throw new StoreFailed(backend, Reason.UNREACHABLE);
        }
    }

    /** What a refusal means; the words are those of Ollama 0.17.4. */
    static Reason meaning(int status, String text) {
        String words = text.toLowerCase(Locale.ROOT);
        if (words.contains("no space left")) {
            return Reason.DISK_FULL;
        }
        if (has(words, "system memory", "out of memory", "allocate memory", "memory layout")) {
            return Reason.MEMORY;
        }
        if (words.contains(MANIFEST)) {
            return ofManifest(words);
        }
        if (has(words, TRANSFER)) {
            return Reason.REGISTRY;
        }
        if (has(words, "architecture", "unable to load model", "error loading model", "your version of ollama")) {
            return Reason.UNSUPPORTED;
        }
        if (has(words, CORRUPT)) {
            return Reason.CORRUPT;
        }
        if (status == 404 || has(words, "file does not exist", "not found")) {
            return Reason.MISSING;
        }
        if (has(words, REGISTRY)) {
            return Reason.REGISTRY;
        }
        log.warn("an engine's answer has no meaning that IRIS knows (status {}, {} characters)", status, text.length());
        return Reason.MISBEHAVING;
    }

    /** The registry's own text may follow, and the model's name. */
    private static Reason ofManifest(String words) {
        if (words.contains(MANIFEST + ": file does not exist")) {
            return Reason.MISSING;
        }
        return words.contains(MANIFEST + ": 412") ? Reason.UNSUPPORTED : Reason.REGISTRY;
    }

    private static boolean has(String text, String... oneOf) {
        for (String one : oneOf) {
            if (text.contains(one)) {
                return true;
            }
        }
        return false;
    }
}
