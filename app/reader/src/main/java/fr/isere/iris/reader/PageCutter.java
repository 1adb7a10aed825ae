package fr.isere.iris.reader;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.util.ArrayList;
import java.util.List;

/** Makes pages of blocks, for formats that have none: cut where the file says so, else by length at a block's end. */
public final class PageCutter {

    /** As many characters as a page of a letter or a report has. */
    private static final int CHARACTERS = 3_000;
    /** Of a document, beyond all that a thousand pages hold: a file may say of a row or a note that it stands there again and again. */
    private static final int MOST_CHARACTERS = 20_000_000;

    private final Sink sink;
    private final Bounds bounds;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Block> notes = new ArrayList<>();
    private int limit = CHARACTERS;
    private long length;
    private long all;
    private int pages;
    private int pictures;
    private boolean content;
    private boolean unread;
    private boolean filled;

    /** Sends what it cuts to a sink. */
    public PageCutter(Sink sink, Bounds bounds) {
        this.sink = sink;
        this.bounds = bounds;
    }

    /** Lets pages grow further: for a file that says itself where most of them end. */
    public void hasPageBreaks() {
        limit = 2 * CHARACTERS;
    }

    /** The next block. One that is longer than two pages is parted between sentences. */
    public void add(Block block) throws Unreadable {
        if (block.text().isBlank() && block.cells().stream().allMatch(String::isBlank)) {
            return;
        }
        String text = block.text();
        if (text.length() > bounds.charactersAPage()) {
            throw new Unreadable(ReadingFailure.TOO_BIG_INSIDE);
        }
        count(text);
        while (block.kind() != Block.Kind.ROW && text.length() > 2 * CHARACTERS) {
            int end = sentenceEnd(text);
            put(new Block(block.kind(), block.level(), text.substring(0, end).strip(), List.of()));
            text = text.substring(end).strip();
        }
        put(text.equals(block.text()) ? block : new Block(block.kind(), block.level(), text, block.cells()));
    }

    /** A note, to stand at the foot of the page. */
    public void note(String text) throws Unreadable {
        if (!text.isBlank()) {
            count(text);
            notes.add(new Block(Block.Kind.FOOTNOTE, 0, text.strip(), List.of()));
        }
    }

    private void count(String text) throws Unreadable {
        all += text.length();
        if (all > MOST_CHARACTERS) {
            throw new Unreadable(ReadingFailure.TOO_BIG_INSIDE);
        }
    }

    /** A picture, whose words nothing here reads. */
    public void picture() {
        pictures++;
    }

    /**
     * The same in a text, which may not say where its pages end.
     *
     * @param room of two that take most of a page, the second stands on another page
     */
    public void picture(PictureRoom room) throws Unreadable {
        boolean big = room != PictureRoom.PART;
        if ((big && filled) || (room == PictureRoom.ALL && hasText())) {
            endPage();
        }
        filled |= big;
        picture();
    }

    /** Ends the page, if there is anything on it. */
    public void endPage() throws Unreadable {
        if (hasText() || pictures > 0) {
            endSheet();
        }
    }

    /** Ends a page that may be empty: a slide, a sheet. */
    public void endSheet() throws Unreadable {
        ReadPage.Origin without = pictures > 0 ? ReadPage.Origin.UNREADABLE : ReadPage.Origin.EMPTY;
        send(hasText() ? ReadPage.Origin.TEXT : without);
    }

    private boolean hasText() {
        return !blocks.isEmpty() || !notes.isEmpty();
    }

    /**
     * The end of the document.
     *
     * @throws Unreadable if there was nothing in it, or only pictures
     */
    public void end() throws Unreadable {
        endPage();
        if (!content) {
            throw new Unreadable(unread ? ReadingFailure.NO_TEXT : ReadingFailure.EMPTY_FILE);
        }
    }

    private void put(Block block) throws Unreadable {
        boolean full = length > 0 && length + block.text().length() > limit;
        boolean opens = block.kind() == Block.Kind.HEADING && length > limit * 9L / 10;
        if (full || opens) {
            endPage();
        }
        blocks.add(block);
        length += block.text().length();
    }

    private void send(ReadPage.Origin origin) throws Unreadable {
        pages++;
        if (pages > bounds.pages()) {
            throw new Unreadable(ReadingFailure.TOO_MANY_PAGES);
        }
        blocks.addAll(notes);
        content |= !blocks.isEmpty();
        unread |= pictures > 0;
        pictures = 0;
        filled = false;
        sink.page(new ReadPage(pages, origin, blocks));
        blocks.clear();
        notes.clear();
        length = 0;
    }

    private static int sentenceEnd(String text) {
        int sentence = text.lastIndexOf(". ", CHARACTERS);
        int word = text.lastIndexOf(' ', CHARACTERS);
        return sentence > CHARACTERS / 2 ? sentence + 1 : word > 0 ? word : CHARACTERS;
    }
}
