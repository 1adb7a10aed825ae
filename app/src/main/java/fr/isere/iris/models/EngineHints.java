package fr.isere.iris.models;

import org.jspecify.annotations.Nullable;

/** What people and ops are told of an engine that cannot answer, in French. */
final class EngineHints {

    private EngineHints() {}

    /**
     * For such a state; null if there is nothing to say.
     *
     * @param engineModel the engine's name for the model
     * @param remedy what ops do to have the model there
     */
    static @Nullable String of(ModelState state, String engineModel, String remedy) {
        return switch (state) {
            case READY -> null;
            case LOADING -> "Le moteur charge le modèle, ce qui peut prendre quelques minutes.";
            case MISSING ->
                "Le moteur n’a pas le modèle «\u00A0" + engineModel + "\u00A0». Exploitation\u00A0: " + remedy + ".";
            case DOWN ->
                "Le moteur ne répond pas\u00A0; IRIS réessaie de lui-même. Si cela dure, prévenez l’exploitation.";
        };
    }
}
