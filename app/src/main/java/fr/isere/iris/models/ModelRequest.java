package fr.isere.iris.models;

import java.util.List;

/**
 * What a model is asked. Whoever builds it has fitted it into the context window: {@link LanguageModel#tokens} of all the turns
 * plus {@code maxAnswerTokens} stays within {@link ModelDescription#contextWindow()}.
 *
 * @param turns the system prompt first, the person's last words last
 * @param maxAnswerTokens where to cut the answer
 * @param sender on whose behalf
 */
public record ModelRequest(List<Turn> turns, int maxAnswerTokens, Sender sender) {

    public ModelRequest {
        turns = List.copyOf(turns);
    }

    /** On nobody's behalf. */
    public ModelRequest(List<Turn> turns, int maxAnswerTokens) {
        this(turns, maxAnswerTokens, Sender.NOBODY);
    }

    /** The same on somebody's behalf. */
    public ModelRequest from(Sender other) {
        return new ModelRequest(turns, maxAnswerTokens, other);
    }
}
