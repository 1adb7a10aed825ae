package fr.isere.iris.page;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A purge proof in the contract's JSON: all is well, unless a test says otherwise. */
final class ScriptedProof {

    private final Map<String, Object> proof = new LinkedHashMap<>();

    ScriptedProof() {
        Instant now = Instant.now();
        proof.put("at", now.minus(Duration.ofMinutes(12)).toString());
        proof.put("took", "PT1.42S");
        proof.put(
                "keys",
                Map.of(
                        "conversation", 1240,
                        "conversations", 310,
                        "session", 96,
                        "charter", 412,
                        "answer", 41,
                        "events", 41,
                        "erased:conversation", 57,
                        "ring", 1,
                        "purge-proof", 1,
                        "novelty", 2));
        proof.put("withoutEnd", 0);
        proof.put("foreign", 0);
        proof.put("shortened", 0);
        proof.put("oldest", now.minus(Duration.ofMinutes(23 * 60 + 58)).toString());
        proof.put("nextEnd", now.plus(Duration.ofSeconds(295)).toString());
        proof.put(
                "ring",
                Map.of(
                        "alive",
                        169,
                        "destroyed",
                        2012,
                        "lastDestroyed",
                        now.minus(Duration.ofMinutes(23)).toString(),
                        "nextDestruction",
                        now.plus(Duration.ofSeconds(37 * 60 + 55)).toString()));
        proof.put("clock", Map.of("sure", true, "apart", "PT-0.021S"));
    }

    /** Says this instead. */
    ScriptedProof with(String name, Object value) {
        proof.put(name, value);
        return this;
    }

    /** A proof of a Redis in which nothing is. */
    static ScriptedProof ofNothing() {
        ScriptedProof empty = new ScriptedProof().with("keys", Map.of());
        empty.proof.put("oldest", null);
        empty.proof.put("nextEnd", null);
        Map<String, Object> ring = new LinkedHashMap<>(Map.of("alive", 0, "destroyed", 0));
        ring.put("lastDestroyed", null);
        ring.put("nextDestruction", null);
        return empty.with("ring", ring);
    }

    /** A proof with everything wrong that can be. */
    static ScriptedProof ofTrouble() {
        Instant past = Instant.now().minus(Duration.ofHours(5));
        return new ScriptedProof()
                .with("at", past.toString())
                .with("withoutEnd", 3)
                .with("foreign", 1)
                .with("shortened", 2)
                .with(
                        "ring",
                        Map.of(
                                "alive",
                                170,
                                "destroyed",
                                2011,
                                "lastDestroyed",
                                past.minusSeconds(7200).toString(),
                                "nextDestruction",
                                past.toString()))
                .with("clock", Map.of("sure", false, "apart", "PT14M3S"));
    }

    Map<String, Object> json() {
        return proof;
    }
}
