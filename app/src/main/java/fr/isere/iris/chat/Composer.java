package fr.isere.iris.chat;

import fr.isere.iris.identity.CurrentUser;

/** Writes compositions again, when somebody asks for one of them anew. */
public interface Composer {

    /**
     * The composition that this order asked for.
     *
     * @param order of {@link Composition#order}
     * @throws fr.isere.iris.problems.ProblemException if what it needs is gone
     */
    Composition again(CurrentUser user, OpenConversation conversation, String order);

    /**
     * What kind of composition this order asked for: a constant of the code, lower case with hyphens, as in {@code key-points}.
     *
     * @param order of {@link Composition#order}
     */
    String kindOf(String order);
}
