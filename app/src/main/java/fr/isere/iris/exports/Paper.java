package fr.isere.iris.exports;

import java.time.Instant;
import java.util.List;

/**
 * A document before it takes a format. What every format must carry stands in it once: no renderer knows of mentions.
 *
 * @param title of the document
 * @param mention who wrote it and who read it again; stands at the foot of each page too
 * @param madeAt when it was exported
 * @param blocks all of it, the title first
 */
record Paper(String title, String mention, Instant madeAt, List<Block> blocks) {

    Paper {
        blocks = List.copyOf(blocks);
    }
}
