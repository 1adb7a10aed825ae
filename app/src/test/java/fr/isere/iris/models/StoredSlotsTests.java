package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.models.Floor.Ticket;
import fr.isere.iris.models.Seating.Offer;
import fr.isere.iris.retention.Ids;
import fr.isere.iris.retention.StoreForTests;
import fr.isere.iris.testing.RedisForTests;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The slots of two instances on a real Redis, by the real clock. */
class StoredSlotsTests {

    private static final int SLOTS = 3;

    private final RedisForTests redis = RedisForTests.start();
    private final StoreForTests store = StoreForTests.on(redis);
    private final StoreForTests storeThere = store.beside(redis);
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final Instance here = new Instance("here", store);
    private final Instance there = new Instance("there", storeThere);

    @AfterEach
    void stop() {
        timer.shutdownNow();
        workers.shutdownNow();
        store.close();
        storeThere.close();
        redis.close();
    }

    @Test
    void theSlotsOfAnInstanceThatIsKilledAreBackWithinTenSeconds() {
        List<Guest> lost = there.arrive(SLOTS, "someone");
        await().until(() -> lost.stream().allMatch(guest -> guest.entered > 0));
        List<Guest> waiting = here.arrive(SLOTS, "other");
        await().until(() -> waiting.stream().allMatch(guest -> guest.position > 0));

        there.isKilled();
        long killed = System.nanoTime();
        await().atMost(Duration.ofSeconds(15)).until(() -> waiting.stream().allMatch(guest -> guest.entered > 0));

        Duration took = Duration.ofNanos(
                waiting.stream().mapToLong(guest -> guest.entered).max().orElse(0) - killed);
        System.out.println("slots of a killed instance are back after " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void manyGuestsOfTwoInstancesNeverTakeMoreThanThereAreAndAllGetIn() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Guest> guests = new ArrayList<>();
        for (Instance instance : List.of(here, there)) {
            for (int i = 0; i < 40; i++) {
                guests.add(instance.arrive("person" + i % 7, guest -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    var unused = timer.schedule(
                            () -> {
                                inside.decrementAndGet();
                                guest.leave();
                            },
                            20,
                            TimeUnit.MILLISECONDS);
                }));
            }
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> guests.stream().allMatch(guest -> guest.entered > 0));

        assertThat(most.get()).isLessThanOrEqualTo(SLOTS);
        await().until(() -> here.door.floor().taken().isEmpty());
    }

    @Test
    void anAnswerThatNobodyStandsBeforeWaitsAFewMilliseconds() {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            long came = System.nanoTime();
            Guest guest = here.arrive(1, "someone").get(0);
            await().pollInterval(Duration.ofMillis(1)).until(() -> guest.entered > 0);
            waits.add((guest.entered - came) / 1000);
            guest.leave();
        }
        Collections.sort(waits);

        System.out.println(
                "a free slot is taken after " + waits.get(100) + " µs (median), " + waits.get(190) + " µs (p95)");
        assertThat(waits.get(100)).isLessThan(50_000);
    }

    /** One instance of IRIS. */
    private final class Instance {

        private final String name;
        private final Admission door;
        private final ScheduledFuture<?> ticks;
        private volatile boolean killed;

        Instance(String name, StoreForTests its) {
            this.name = name;
            Board board = new StoredBoard(its.store(), its.signals(), Clock.systemUTC(), "ollama");
            door = new Admission(
                    name, board, ticket -> List.of(new Offer("a:1", SLOTS, true)), 100, workers, Clock.systemUTC());
            var unused = its.signals().listen(StoredBoard.SIGNAL, "ollama", this::wakes);
            ticks = timer.scheduleWithFixedDelay(door::tick, 1, 1, TimeUnit.SECONDS);
        }

        private void wakes() {
            if (!killed) {
                door.tick();
            }
        }

        void isKilled() {
            killed = true;
            ticks.cancel(false);
        }

        List<Guest> arrive(int many, String person) {
            List<Guest> guests = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                guests.add(arrive(person, guest -> {}));
            }
            return guests;
        }

        Guest arrive(String person, Consumer<Guest> entering) {
            Guest guest = new Guest(entering);
            String id = new Ids().next();
            guest.visit = door.admit(
                    new Ticket(
                            id,
                            name,
                            person,
                            "",
                            Sender.Urgency.CONVERSATION,
                            "m",
                            List.of(),
                            System.currentTimeMillis()),
                    guest);
            return guest;
        }
    }

    private static final class Guest implements Admission.Guest {

        private final Consumer<Guest> entering;
        private volatile Admission.@Nullable Visit visit;
        private volatile int position;
        private volatile long entered;

        Guest(Consumer<Guest> entering) {
            this.entering = entering;
        }

        void leave() {
            Admission.Visit mine = visit;
            if (mine != null) {
                mine.leave();
            }
        }

        @Override
        public void waits(int place, @Nullable Duration about) {
            position = place;
        }

        @Override
        public void enters(String backend) {
            entered = System.nanoTime();
            entering.accept(this);
        }

        @Override
        public void refused(EngineFailure failure) {
            throw new AssertionError(failure);
        }
    }
}
