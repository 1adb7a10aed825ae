package fr.isere.iris.models;

import java.util.List;

/** One way to run models: Ollama, an OpenAI-compatible server… A bean of this type is found by the name that the catalogue gives. */
interface EngineKind {

    /** As in the catalogue's {@code engine}. */
    String name();

    /** Whether this installation says where it is. */
    boolean isConfigured();

    /** What to set for {@link #isConfigured()}, for a message: property and environment variable. */
    String requiredSetting();

    /** One for each address; called once, and opens no connection. */
    List<EngineServer> servers();
}
