package fr.isere.iris.chat;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What questions are answered from, beside what was said. */
public interface Sources {

    /**
     * What this question is answered from; empty if the conversation has nothing of the kind.
     *
     * @param room how many tokens the ground may take, its instructions included
     * @param tokens counts, on the high side
     * @throws fr.isere.iris.problems.ProblemException if the sources cannot be read yet
     */
    Optional<Ground> of(OpenConversation conversation, Question question, int room, ToIntFunction<String> tokens);

    /**
     * What is asked.
     *
     * @param text the person's words
     * @param before what she asked before it on the same branch, the newest first: "Et pour les associations ?" goes on from there
     * @param documentIds which of the conversation's documents she asks about; empty for all
     */
    record Question(String text, List<String> before, List<String> documentIds) {

        public Question {
            before = List.copyOf(before);
            documentIds = List.copyOf(documentIds);
        }
    }
}
