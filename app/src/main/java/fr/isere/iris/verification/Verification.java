package fr.isere.iris.verification;

import fr.isere.iris.reading.ReadPage;
import java.util.List;
import java.util.Map;

/** Compares what is precise in an answer with the documents that it was written from. Pure. */
public final class Verification {

    private Verification() {}

    /**
     * What deserves checking in {@code answer}, in the order of the text.
     *
     * @param documents their pages, by the documents' ids
     */
    public static List<Finding> of(String answer, Map<String, List<ReadPage>> documents) {
        return Findings.in(answer);
    }
}
