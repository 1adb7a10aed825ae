package fr.isere.iris.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a server was when it was last looked at.
 *
 * @param version as it says; empty if it says none
 * @param models what it has
 * @param failure what is wrong, in French; null if nothing
 */
record Health(
        State state,
        String version,
        List<Held> models,
        @Nullable String failure) {

    /** Nobody has looked yet: it is given a chance. */
    static final Health UNSEEN = new Health(State.UNSEEN, "", List.of(), null);

    Health {
        models = List.copyOf(models);
    }

    enum State {
        UNSEEN,
        UP,
        /** Nobody answers, or something that is no engine. */
        DOWN,
        /** It accepts a connection, and does not answer. */
        HUNG,
        /** Older than the oldest that does what IRIS asks of it. */
        OLD
    }

    /**
     * A model that it has.
     *
     * @param digest empty if it says none
     * @param sizeBytes on its disk; 0 if it does not say
     * @param loaded whether it is in memory now
     */
    record Held(String name, String digest, long sizeBytes, boolean loaded) {

        boolean is(String engineModel) {
            return name.equalsIgnoreCase(engineModel) || name.equalsIgnoreCase(engineModel + ":latest");
        }
    }

    static Health up(String version, List<Held> models) {
        return new Health(State.UP, version, models, null);
    }

    static Health down() {
        return new Health(State.DOWN, "", List.of(), "Rien ne répond à cette adresse.");
    }

    static Health hung() {
        return new Health(
                State.HUNG, "", List.of(), "Le moteur accepte la connexion et ne répond pas\u00A0: redémarrez-le.");
    }

    static Health foreign() {
        return new Health(
                State.DOWN, "", List.of(), "Ce qui répond à cette adresse n’est pas un moteur\u00A0: vérifiez-la.");
    }

    static Health old(String version, String oldest) {
        return new Health(
                State.OLD,
                version,
                List.of(),
                "Cette version est trop ancienne\u00A0: il faut " + oldest + " ou une plus récente.");
    }

    boolean has(String engineModel) {
        return models.stream().anyMatch(held -> held.is(engineModel));
    }

    boolean hasLoaded(String engineModel) {
        return models.stream().anyMatch(held -> held.loaded() && held.is(engineModel));
    }
}
