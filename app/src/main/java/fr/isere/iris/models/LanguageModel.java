package fr.isere.iris.models;

/** One model of the catalogue, on whatever engine serves it. */
public interface LanguageModel {

    /** What the catalogue says of it. */
    ModelDescription description();

    /** Whether it can answer now, as last seen; never blocks. */
    ModelState state();

    /** How many tokens this text costs in a prompt, at most: an estimate that errs on the high side. */
    int tokens(String text);

    /** How many answers this instance asks of its engine at once; whoever asks for more waits. */
    int slots();

    /**
     * Starts to answer, and returns at once. The listener is called from one thread at a time, in order, and last with
     * either {@code done} or {@code failed}, exactly once, whatever happens; a cancelled generation ends with {@code done}
     * and {@link FinishReason#STOPPED}.
     */
    Generation answer(ModelRequest request, GenerationListener listener);
}
