package fr.isere.iris.models;

import java.util.List;

/**
 * What a model is asked. Whoever builds it has fitted it into the context window: {@link LanguageModel#tokens} of all the turns
 * plus {@code maxAnswerTokens} stays within {@link ModelDescription#contextWindow()}.
 *
 * @param turns the system prompt first, the person's last words last
 * @param maxAnswerTokens where to cut the answer
 */
public record ModelRequest(List<Turn> turns, int maxAnswerTokens) {

    public ModelRequest {
        turns = List.copyOf(turns);
    }
}
