package fr.isere.iris.documents;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.reading.ReadPage;
import java.util.List;

/** The documents that have been read to their end: for whatever is made of them. */
public interface Documents {

    /** Whether some of a conversation wait to be read, or are being read. */
    boolean areBeingRead(String owner, String conversationId);

    /** Those of a conversation, by number; what failed or is still being read is not among them. */
    List<ReadDocument> readyIn(String owner, String conversationId);

    /**
     * These, all of one conversation, in this order.
     *
     * @throws fr.isere.iris.problems.ProblemException {@code document-not-found} for what is not hers, is gone, or is of another
     *     conversation than the first; {@code document-not-ready}
     */
    List<ReadDocument> ownedBy(CurrentUser user, List<String> documentIds);

    /** All pages of one, in order; none once it is gone. */
    List<ReadPage> pages(ReadDocument document);
}
