package fr.isere.iris.documents;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A reader that finds in a file what a test has it find, when the test says so. */
final class ReaderInHand implements DocumentReader {

    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();

    @Override
    public Reading read(Path original, ReadingListener listener) {
        Asked one = new Asked(original, listener);
        asked.add(one);
        return one::cancel;
    }

    /** The next file that is to be read and was not taken yet; waits for it. */
    Asked next() {
        try {
            Asked next = asked.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no file is to be read");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    boolean isAsked() {
        return !asked.isEmpty();
    }

    /** One file to be read. */
    static final class Asked {

        private final Path original;
        private final ReadingListener listener;
        private int pages;
        private boolean cancelled;

        private Asked(Path original, ReadingListener listener) {
            this.original = original;
            this.listener = listener;
        }

        Path original() {
            return original;
        }

        synchronized Asked opens(DocumentKind kind, int of) {
            if (!cancelled) {
                listener.opened(kind, of);
            }
            return this;
        }

        Asked reads(String... texts) {
            for (String text : texts) {
                reads(ReadPage.Origin.TEXT, text);
            }
            return this;
        }

        synchronized Asked reads(ReadPage.Origin origin, String text) {
            if (!cancelled) {
                List<Block> blocks = text.isEmpty() ? List.of() : List.of(Block.paragraph(text));
                listener.page(new ReadPage(++pages, origin, blocks));
            }
            return this;
        }

        synchronized Asked finds(String name, byte[] attachment) {
            try {
                Path file = Files.createTempFile("iris-attachment", "");
                Files.write(file, attachment);
                listener.attachment(name, file);
                Files.delete(file);
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        synchronized Asked leavesOut(String name) {
            listener.leftOut(name);
            return this;
        }

        synchronized void ends() {
            if (!cancelled) {
                listener.finished(pages);
            }
        }

        synchronized void fails(ReadingFailure failure) {
            if (!cancelled) {
                listener.failed(failure);
            }
        }

        synchronized boolean isCancelled() {
            return cancelled;
        }

        private synchronized void cancel() {
            cancelled = true;
        }
    }
}
