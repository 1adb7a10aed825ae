package fr.isere.iris.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.StoreFailed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of all backends, of which some are slow. */
class EnginesTests {

    private final MemoryStore store = new MemoryStore();
    private final Engines engines = new Engines(store);
    private final CountDownLatch never = new CountDownLatch(1);

    @BeforeEach
    void bothHaveIt() {
        MemoryStore.BACKENDS.forEach(backend -> store.held.put(backend + " m:1b", "digest"));
    }

    @AfterEach
    void stop() {
        never.countDown();
        engines.stop();
    }

    @Test
    void allAreAskedAtOnce() {
        CountDownLatch both = new CountDownLatch(2);
        store.asked = backend -> {
            both.countDown();
            passes(both, 4);
        };

        assertThat(engines.holding(Sample.model("m"))).containsOnlyKeys(MemoryStore.BACKENDS);
        assertThat(both.getCount()).isZero();
    }

    @Test
    void oneThatHangsIsNotWaitedForAndTheOtherIsTold() {
        store.asked = backend -> {
            if (backend.equals("un:1")) {
                passes(never, 30);
            }
        };

        long begun = System.nanoTime();
        assertThat(engines.holding(Sample.model("m"))).containsOnlyKeys("deux:2");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void anEngineThatIsAwayIsNotSaidToLackIt() {
        store.held.remove("un:1 m:1b");
        assertThat(engines.find(Sample.model("m")).lacking()).containsExactly("un:1");

        store.asked = backend -> {
            if (backend.equals("un:1")) {
                throw new StoreFailed(backend, StoreFailed.Reason.UNREACHABLE);
            }
        };
        Engines.Found found = engines.find(Sample.model("m"));
        assertThat(found.lacking()).isEmpty();
        assertThat(found.holding()).containsOnlyKeys("deux:2");
    }

    @Test
    void warmingBehindDoesNothingOnTheThreadOfWhoAsks() {
        List<Thread> asking = new CopyOnWriteArrayList<>();
        store.asked = backend -> asking.add(Thread.currentThread());

        engines.warmBehind(Sample.model("m"));

        await().atMost(Duration.ofSeconds(5)).until(() -> store.warmed.size() == 2);
        assertThat(asking).hasSize(2).doesNotContain(Thread.currentThread());
    }

    @Test
    void warmingBehindReturnsWhileTheBackendsAreStillAsked() {
        store.asked = backend -> passes(never, 4);
        long begun = System.nanoTime();

        engines.warmBehind(Sample.model("m"));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        assertThat(store.warmed).isEmpty();
    }

    private static void passes(CountDownLatch latch, long seconds) {
        try {
            var unused = latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
