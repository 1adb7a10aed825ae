package fr.isere.iris.chat;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.quotas.Quotas;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Opens an answer, counts it, and has its conversation name it: all three, or none. */
@Component
class Opening {

    private final AnswerRecords records;
    private final Quotas quotas;

    Opening(AnswerRecords records, Quotas quotas) {
        this.records = records;
        this.quotas = quotas;
    }

    /**
     * Opens one.
     *
     * @param naming the write to the conversation; false if somebody else wrote to it meanwhile
     * @return whether it stands
     * @throws ProblemException {@code quota-reached}
     */
    boolean open(CurrentUser user, AnswerRecord answer, BooleanSupplier naming) {
        // Open before it is named: a conversation that names an answer without a sign of life takes it for dead.
        records.open(answer);
        count(user, answer);
        boolean named = false;
        try {
            named = naming.getAsBoolean();
            return named;
        } finally {
            if (!named) { // whatever the store does next
                quotas.giveBack(user, answer.id());
                records.erase(answer.id());
            }
        }
    }

    private void count(CurrentUser user, AnswerRecord answer) {
        try {
            quotas.take(user, answer.id(), records::isLeased);
        } catch (ProblemException reached) {
            records.erase(answer.id());
            throw reached;
        }
    }
}
