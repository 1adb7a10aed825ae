package fr.isere.iris.exports;

import java.util.List;

/** A piece of a document, as all formats have it. Tables stand by themselves, never in a list or a quotation. */
sealed interface Block {

    /**
     * A title.
     *
     * @param level from 1; no level is skipped on the way down
     */
    record Heading(int level, List<Run> runs) implements Block {

        public Heading {
            runs = List.copyOf(runs);
        }
    }

    record Paragraph(List<Run> runs) implements Block {

        public Paragraph {
            runs = List.copyOf(runs);
        }

        static Paragraph of(String text) {
            return new Paragraph(List.of(Run.plain(text)));
        }
    }

    /** The mention and the reminder: what must not be overlooked. */
    record Notice(List<Run> runs) implements Block {

        public Notice {
            runs = List.copyOf(runs);
        }
    }

    /**
     * A list.
     *
     * @param start number of the first item; without meaning if it is not ordered
     * @param items each made of blocks, lists among them
     */
    record Listing(boolean ordered, int start, List<List<Block>> items) implements Block {

        public Listing {
            items = items.stream().map(List::copyOf).toList();
        }

        static Listing of(List<String> lines) {
            return new Listing(
                    false,
                    1,
                    lines.stream()
                            .map(line -> List.<Block>of(Paragraph.of(line)))
                            .toList());
        }
    }

    /**
     * A table; each row has as many cells as the header.
     *
     * @param header the cells of its first row
     * @param sides where the text of each column stands
     */
    record Table(List<List<Run>> header, List<Side> sides, List<List<List<Run>>> rows) implements Block {

        public Table {
            header = header.stream().map(List::copyOf).toList();
            sides = List.copyOf(sides);
            rows = rows.stream()
                    .map(row -> row.stream().map(List::copyOf).toList())
                    .toList();
        }
    }

    enum Side {
        LEFT,
        CENTER,
        RIGHT
    }

    record Quote(List<Block> blocks) implements Block {

        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /** Lines that keep their spaces. */
    record Code(String text) implements Block {}

    /** A line between two parts. */
    record Rule() implements Block {}
}
