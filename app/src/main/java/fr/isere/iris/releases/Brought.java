package fr.isere.iris.releases;

import fr.isere.iris.models.ModelStore.Blob;
import fr.isere.iris.models.ModelStore.Recipe;
import java.util.List;

/**
 * What a file of the folder of imports holds, checked: what is to be sent to an engine, and how a model is made of it there.
 *
 * @param blobs the large parts, in the file where they lie
 */
record Brought(List<Blob> blobs, Recipe recipe) {

    Brought {
        blobs = List.copyOf(blobs);
    }

    /** To be sent to each engine. */
    long bytes() {
        return blobs.stream().mapToLong(Blob::bytes).sum();
    }
}
