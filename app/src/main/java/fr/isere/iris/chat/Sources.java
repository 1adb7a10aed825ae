package fr.isere.iris.chat;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What questions are answered from, beside what was said. */
public interface Sources {

    /**
     * What this question is answered from; empty if the conversation has nothing of the kind.
     *
     * @param documentIds which of its documents; empty for all
     * @param room how many tokens the ground may take, its instructions included
     * @param tokens counts, on the high side
     * @throws fr.isere.iris.problems.ProblemException if the sources cannot be read yet
     */
    Optional<Ground> of(
            OpenConversation conversation,
            String question,
            List<String> documentIds,
            int room,
            ToIntFunction<String> tokens);
}
