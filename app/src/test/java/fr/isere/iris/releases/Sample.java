package fr.isere.iris.releases;

import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.releases.Release.Binding;
import fr.isere.iris.releases.Release.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Releases that nothing stands behind. */
final class Sample {

    static final Instant NOW = Instant.parse("2026-11-29T01:00:00Z");

    private static final Set<State> JUDGED =
            EnumSet.of(State.EVALUATED, State.READY, State.CANARY, State.ACTIVE, State.RETIRED);

    private Sample() {}

    static ModelDescription model(String id) {
        return model(id, "ollama");
    }

    static ModelDescription model(String id, String engine) {
        return new ModelDescription(
                id,
                "Modèle " + id,
                engine,
                id + ":1b",
                new ModelDescription.Parameters(BigDecimal.ONE, BigDecimal.ONE),
                "Q4",
                2048,
                512,
                3,
                "MIT",
                List.of("fr"),
                new ModelDescription.Sampling(0.3, 0.9, null),
                "Soyez bref.",
                null);
    }

    static Release release(String id, State state) {
        Verdict passed = JUDGED.contains(state) ? new Verdict(true, NOW) : null;
        return new Release(
                id, model(id), id + ":1b", state, new Binding("p", "e", 1L, "d"), NOW, NOW, null, null, passed, null);
    }

    static Book book(Release... releases) {
        Book book = Book.EMPTY;
        for (Release release : releases) {
            book = release.state() == State.ACTIVE ? book.adopting(release) : book.with(release);
        }
        return book;
    }
}
