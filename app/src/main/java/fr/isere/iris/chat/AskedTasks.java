package fr.isere.iris.chat;

import java.util.Optional;

/** What answers were asked for, for capabilities that tell one kind from another. */
public interface AskedTasks {

    /** The kind of composition that this answer is, as its {@link Composer} names it; empty for an answer to a message. */
    Optional<String> composedAs(GivenAnswer answer);
}
