package fr.isere.iris.chat;

import fr.isere.iris.models.ModelRequest;
import fr.isere.iris.models.Turn;
import fr.isere.iris.models.Usage;
import java.util.ArrayList;
import java.util.List;

/**
 * What the model was asked for one answer.
 *
 * @param conversationId where it stands
 * @param messageId the answer's message
 * @param model display name of the model
 * @param request the whole prompt
 * @param material what of it comes from documents, before the question; empty if nothing does
 * @param promptTokens of the prompt, on the high side
 * @param usage what the answer took, as the engine counted
 * @param answer the answer's text
 */
public record Posed(
        String conversationId,
        String messageId,
        String model,
        ModelRequest request,
        String material,
        int promptTokens,
        Usage usage,
        String answer) {

    /** What the person and the model said, the question last; neither instructions nor documents. */
    public List<String> said() {
        List<String> said = new ArrayList<>();
        for (Turn turn : request.turns().subList(1, request.turns().size())) {
            said.add(turn.text());
        }
        int last = said.size() - 1;
        said.set(last, said.get(last).substring(before()));
        return said;
    }

    /** Whether this turn of {@link #said()} is the person's. */
    public boolean isHers(int said) {
        return request.turns().get(said + 1).speaker() == Turn.Speaker.USER;
    }

    /** The same prompt with other words said in it. */
    ModelRequest with(List<String> said) {
        List<Turn> turns = new ArrayList<>(request.turns().subList(0, 1));
        for (int i = 0; i < said.size(); i++) {
            Turn turn = request.turns().get(i + 1);
            String kept = i == said.size() - 1 ? turn.text().substring(0, before()) : "";
            turns.add(new Turn(turn.speaker(), kept + said.get(i)));
        }
        return new ModelRequest(turns, request.maxAnswerTokens());
    }

    private int before() {
        return material.isEmpty() ? 0 : material.length() + Prompt.BEHIND_MATERIAL.length();
    }
}
