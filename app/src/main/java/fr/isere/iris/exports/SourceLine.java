package fr.isere.iris.exports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that an answer stands on.
 *
 * @param number in its conversation, from 1; null once it is erased
 * @param name of the file; null once it is erased
 * @param cited pages that the answer cites, growing
 * @param unsupported those of them in whose words the sentence was not found
 * @param read how many pages were read for it; 0 if that is not known
 * @param of how many pages it has
 * @param paged whether the file has pages of its own; else their numbers are those that IRIS gave
 */
record SourceLine(
        @Nullable Integer number,
        @Nullable String name,
        List<Integer> cited,
        List<Integer> unsupported,
        int read,
        int of,
        boolean paged) {

    private static final String CUT_BY_IRIS =
            " (numéros donnés par IRIS\u00a0: ce format n’en garde pas, ceux du papier peuvent différer)";

    SourceLine {
        cited = List.copyOf(cited);
        unsupported = List.copyOf(unsupported);
    }

    /** Its name as the text says it. */
    String called() {
        return name == null ? "Document effacé depuis" : "«\u00a0" + Legible.of(name) + "\u00a0»";
    }

    /** As the list of sources has it. */
    String line(boolean among) {
        StringBuilder line = new StringBuilder();
        if (among && number != null) {
            line.append("doc. ").append(number).append("\u00a0: ");
        }
        line.append(called());
        if (!cited.isEmpty()) {
            line.append(cited.size() > 1 ? ", pages citées\u00a0: " : ", page citée\u00a0: ")
                    .append(Pages.list(cited))
                    .append(paged ? "" : CUT_BY_IRIS);
        }
        if (read > 0) {
            line.append("\u00a0; ").append(Pages.read(read, of));
        }
        return line.append('.').toString();
    }
}
