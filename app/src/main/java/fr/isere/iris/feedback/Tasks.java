package fr.isere.iris.feedback;

import fr.isere.iris.chat.AskedTasks;
import fr.isere.iris.chat.Composition.Method;
import fr.isere.iris.chat.GivenAnswer;
import org.springframework.stereotype.Component;

/** Says what an answer was asked for, in the words of the HTTP contract. */
@Component
class Tasks {

    private static final String COMPARISON = "comparison";

    private final AskedTasks asked;

    Tasks(AskedTasks asked) {
        this.asked = asked;
    }

    /** {@code chat}, {@code question}, {@code extractive}, {@code comparison}, or {@code summary-} and a format. */
    String of(GivenAnswer answer) {
        if (answer.method() == Method.EXTRACTIVE) {
            return "extractive";
        }
        if (answer.composed()) {
            String kind = asked.composedAs(answer).orElse("other");
            return kind.equals(COMPARISON) ? COMPARISON : "summary-" + kind;
        }
        boolean fromDocuments =
                answer.method() == Method.SEARCH || !answer.consulted().isEmpty();
        return fromDocuments ? "question" : "chat";
    }

    /** Whether a model wrote it. */
    static boolean isWritten(GivenAnswer answer) {
        return answer.method() == Method.GENERATIVE;
    }
}
