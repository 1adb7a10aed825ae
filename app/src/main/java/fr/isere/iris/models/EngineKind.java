package fr.isere.iris.models;

/** One way to run models: Ollama, an OpenAI-compatible server… A bean of this type is found by the name that the catalogue gives. */
interface EngineKind {

    /** As in the catalogue's {@code engine}. */
    String name();

    /** Whether this installation says where it is. */
    boolean isConfigured();

    /** What to set for {@link #isConfigured()}, for a message: property and environment variable. */
    String requiredSetting();

    /** The engine as far as one model goes; called once for each model, and opens no connection. */
    Engine engine(ModelDescription model);
}
