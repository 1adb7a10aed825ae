package fr.isere.iris.models;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue for those who deploy: every model whose engine this installation has, deployed or not. */
public interface CatalogueListing {

    /** By file name. */
    List<Listed> all();

    /** The one with this catalogue id. */
    default Optional<Listed> find(String id) {
        return all().stream().filter(listed -> listed.model().id().equals(id)).findFirst();
    }

    /** The one that {@code iris.models.active} names. */
    Listed bySetting();

    /**
     * An entry.
     *
     * @param sizeBytes of its files; null if the entry does not say
     * @param memoryBytes that the engine needs for weights and one context window; null if the entry does not say
     * @param gate which of the gates of {@code evaluations/gate.yaml} it must pass
     */
    record Listed(
            ModelDescription model,
            @Nullable Long sizeBytes,
            @Nullable Long memoryBytes,
            String gate) {}
}
