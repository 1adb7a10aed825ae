package fr.isere.iris.documents;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.retention.Seal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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

    /**
     * For what was made of these documents and is kept beside them: it seals with the documents' own keys, so that what was made of one
     * that is erased does not open, not in a copy of Redis from before either.
     *
     * @param owner pseudonym of the one person whose they are
     * @return empty if one of them is gone
     */
    Optional<Seal> sealOf(String owner, Collection<String> documentIds);
}
