package fr.isere.iris.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The answer to one call, which leaves when the test says so. */
final class ScriptedHold {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** Waits until the page has made the call. */
    ScriptedHold awaitCall() {
        try {
            assertThat(asked.await(10, TimeUnit.SECONDS))
                    .as("the call within 10 s")
                    .isTrue();
            return this;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether the page has made the call. */
    boolean wasAsked() {
        return asked.getCount() == 0;
    }

    /** Lets the answer go. */
    void release() {
        released.countDown();
    }

    /** The server's side: waits for {@link #release}. */
    void pass() throws IOException {
        asked.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
