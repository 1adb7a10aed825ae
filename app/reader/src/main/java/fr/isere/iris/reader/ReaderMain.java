package fr.isere.iris.reader;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The worker: reads one document at a time, asked for by a line of its standard input, and answers in lines on its standard output. It
 * ends with the application: at the end of its input, in the middle of a document too, whose folder it wipes.
 */
final class ReaderMain {

    /** As {@code -XX:+ExitOnOutOfMemoryError} exits. */
    private static final int OUT_OF_MEMORY = 3;

    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private final Extraction extraction = new Extraction();
    private volatile @Nullable ProtocolRequest current;

    private ReaderMain() {}

    /** Reads until its input ends. */
    public static void main(String[] args) throws InterruptedException {
        // What a library prints must not stand among the lines of the protocol.
        System.setOut(System.err);
        ReaderMain reader = new ReaderMain();
        Thread listening = new Thread(reader::listen, "requests");
        listening.setDaemon(true);
        listening.start();
        try {
            reader.run();
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        } finally {
            reader.wipe(); // nobody hears it any more
        }
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                requests.add(line);
            }
        } catch (IOException e) {
            // as good as its end
        }
        wipe();
        Runtime.getRuntime().halt(0);
    }

    private void wipe() {
        ProtocolRequest interrupted = current;
        if (interrupted != null) {
            interrupted.wipe();
        }
    }

    private void run() throws InterruptedException {
        extraction.warmUp(requests::isEmpty);
        ProtocolWriter.ready(out);
        while (true) {
            ProtocolRequest request = ProtocolRequest.parse(requests.take());
            current = request;
            read(request, new ProtocolWriter(out, request.reading()));
            current = null;
        }
    }

    private void read(ProtocolRequest request, ProtocolWriter answers) {
        try {
            extraction.read(request.original(), request.temporary(), request.bounds(), answers);
            answers.finished();
        } catch (Unreadable e) {
            answers.failed(e.failure(), e.getCause());
        } catch (RuntimeException | StackOverflowError e) {
            answers.failed(ProtocolWriter.meaning(e), e);
        }
    }
}
