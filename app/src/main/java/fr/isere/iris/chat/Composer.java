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
}
