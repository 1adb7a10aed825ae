package fr.isere.iris.documents;

import fr.isere.iris.chat.OpenConversation;
import java.util.Optional;

/** What becomes of a document beside its own reading. */
interface Attachments {

    /**
     * The conversation may have moved its end, or have been erased, while a document was not in its list yet: then so does the document.
     *
     * @throws fr.isere.iris.problems.ProblemException {@code conversation-not-found} if it was erased
     */
    void follow(OpenConversation conversation);

    /**
     * Makes a document of it, in the conversation of its mail.
     *
     * @param mail id of the document that it was attached to
     * @return the name of the problem, if it could not be
     */
    Optional<String> attach(OpenConversation conversation, Original attachment, String mail);
}
