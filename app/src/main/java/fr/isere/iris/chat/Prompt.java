package fr.isere.iris.chat;

import fr.isere.iris.models.ModelRequest;
import fr.isere.iris.models.Turn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the model is given: the standing instructions, as many whole earlier messages as fit, newest first, and the request.
 *
 * @param request for the model
 * @param leftOut how many earlier messages did not fit; the person is told
 * @param fits false if not even the request alone fits
 */
record Prompt(ModelRequest request, int leftOut, boolean fits) {

    /** Tokens that an engine's template puts around each turn: role marks and line ends; 4 to 6 in those seen. */
    private static final int TURN_OVERHEAD = 8;

    /** Stands between what comes from documents and the question. */
    static final String BEHIND_MATERIAL = "\n\n";

    /**
     * What fits.
     *
     * @param contextWindow tokens, prompt and answer together
     * @param maxAnswerTokens tokens kept for the answer
     */
    record Budget(int contextWindow, int maxAnswerTokens) {

        /** What is left for sources when most of the window may go to them: a quarter stays for what was said before. */
        int roomBeside(String instructions, String question, ToIntFunction<String> tokens) {
            int free = contextWindow
                    - maxAnswerTokens
                    - tokens.applyAsInt(instructions)
                    - tokens.applyAsInt(question)
                    - 3 * TURN_OVERHEAD;
            return Math.max(0, free - free / 4);
        }
    }

    /**
     * Fits a branch into the context window by counting tokens. Pure.
     *
     * @param path the branch, its last message the request
     * @param standing the standing instructions
     * @param ground what the request is answered from; null for nothing but what was said
     * @param tokens counts, on the high side
     */
    static Prompt of(
            List<Message> path, String standing, @Nullable Ground ground, Budget budget, ToIntFunction<String> tokens) {
        String instructions = ground == null ? standing : standing + "\n\n" + ground.instructions();
        Message last = path.get(path.size() - 1);
        Turn asked = new Turn(
                Turn.Speaker.USER, ground == null ? last.text() : ground.material() + BEHIND_MATERIAL + last.text());
        List<Message> before = path.subList(0, path.size() - 1).stream()
                .filter(message -> !message.text().isBlank())
                .toList();
        ToIntFunction<String> cost = text -> tokens.applyAsInt(text) + TURN_OVERHEAD;
        int room = budget.contextWindow()
                - budget.maxAnswerTokens()
                - cost.applyAsInt(instructions)
                - cost.applyAsInt(asked.text());
        boolean fits = room >= 0;
        Deque<Turn> turns = new ArrayDeque<>();
        int kept = 0;
        while (kept < before.size()) {
            Message message = before.get(before.size() - 1 - kept);
            room -= cost.applyAsInt(message.text());
            if (room < 0) {
                break;
            }
            turns.addFirst(turn(message));
            kept++;
        }
        List<Turn> all = new ArrayList<>();
        all.add(new Turn(Turn.Speaker.SYSTEM, instructions));
        all.addAll(turns);
        all.add(asked);
        return new Prompt(new ModelRequest(all, budget.maxAnswerTokens()), before.size() - kept, fits);
    }

    /** What a prompt costs, on the high side. */
    static int tokens(ModelRequest request, ToIntFunction<String> tokens) {
        return request.turns().stream()
                .mapToInt(turn -> tokens.applyAsInt(turn.text()) + TURN_OVERHEAD)
                .sum();
    }

    private static Turn turn(Message message) {
        Turn.Speaker speaker = message.author() == Message.Author.USER ? Turn.Speaker.USER : Turn.Speaker.ASSISTANT;
        return new Turn(speaker, message.text());
    }
}
