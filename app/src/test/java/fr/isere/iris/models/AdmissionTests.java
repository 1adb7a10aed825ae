package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.models.Floor.Ticket;
import fr.isere.iris.models.Seating.Offer;
import fr.isere.iris.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The door of two instances to one board, by a clock that the test moves; all on one thread. */
class AdmissionTests {

    private static final String BACKEND = "a:1";

    private final LocalBoard board = new LocalBoard();
    private final MovingClock clock = new MovingClock(Instant.parse("2026-01-05T08:00:00Z"));
    private final List<String> news = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>(List.of(new Offer(BACKEND, 2, true)));
    private final Admission door = door("here");
    private final Admission other = door("there");

    private boolean killed;

    AdmissionTests() {
        board.wakes(door::tick);
        board.wakes(() -> {
            if (!killed) {
                other.tick();
            }
        });
    }

    @Test
    void soManyEnterAndTheOthersWaitInOrder() {
        arrive(door, "a");
        arrive(door, "b");
        arrive(other, "c");
        arrive(door, "d");

        assertThat(news).containsExactly("a enters", "b enters", "c waits 1", "d waits 2");
    }

    @Test
    void whoWaitsHearsHowLongByWhatAnswersTookLatelyAndHowManyAreGivenAtOnce() {
        arrive(door, "a");
        arrive(other, "b");
        board.change(floor ->
                new Floor(floor.turn(), 0, 30_000, floor.served(), floor.alive(), floor.waiting(), floor.taken()));

        arrive(door, "c");
        arrive(other, "d");

        assertThat(news).containsExactly("a enters", "b enters", "c waits 1 about 15 s", "d waits 2 about 30 s");
    }

    @Test
    void whoLeavesLetsTheNextInWhereverThatWaits() {
        Admission.Visit first = arrive(door, "a");
        arrive(door, "b");
        arrive(other, "c");
        arrive(door, "d");
        news.clear();

        first.leave();

        assertThat(news).containsExactlyInAnyOrder("c enters", "d waits 1");
    }

    @Test
    void whoLeavesTheQueueMovesThoseBehindUpAndOnlyThose() {
        arrive(door, "a");
        arrive(door, "b");
        arrive(door, "c");
        Admission.Visit last = arrive(door, "d");
        news.clear();

        last.leave();
        last.leave();

        assertThat(news).isEmpty();
        arrive(door, "e");
        assertThat(news).containsExactly("e waits 2");
    }

    @Test
    void aSlotIsGivenBackOnce() {
        Admission.Visit first = arrive(door, "a");
        arrive(door, "b");
        first.leave();
        first.leave();
        news.clear();

        arrive(door, "c");
        arrive(door, "d");

        assertThat(news).containsExactly("c enters", "d waits 1");
    }

    @Test
    void aFullQueueRefusesWhoComesLast() {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            arrive(door, name);
        }
        news.clear();

        arrive(other, "f");

        assertThat(news).containsExactly("f refused BUSY");
    }

    @Test
    void onePersonDoesNotFillTheQueueAlone() {
        Admission wide = new Admission("here", board, ticket -> List.copyOf(offers), 10, Runnable::run, clock);
        for (String name : List.of("a", "b", "c", "d", "e", "f")) {
            arrive(wide, name, "one");
        }
        news.clear();

        arrive(wide, "g", "one");
        arrive(wide, "h", "other");

        assertThat(news).contains("g refused BUSY", "h waits 1").doesNotContain("h refused BUSY");
    }

    @Test
    void thePartsOfASummaryAreNoPersonsShareOfTheQueue() {
        Admission wide = new Admission("here", board, ticket -> List.copyOf(offers), 10, Runnable::run, clock);

        for (String name : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
            arrive(wide, name, "one", Sender.Urgency.BATCH);
        }
        arrive(wide, "q", "one");

        assertThat(news).contains("h waits 7", "q enters").noneMatch(line -> line.contains("refused"));
    }

    @Test
    void aQueueFullOfSummariesKeepsNoConversationOutAndTakesNoMoreOfThem() {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            arrive(door, name, "one", Sender.Urgency.BATCH);
        }
        assertThat(news).contains("d waits 3", "e refused BUSY");

        for (String name : List.of("p", "q", "r", "s", "t")) {
            arrive(other, name);
        }
        arrive(door, "f", "one", Sender.Urgency.BATCH);

        assertThat(news)
                .contains("p enters", "q waits 1", "r waits 2", "s waits 3", "t refused BUSY", "f refused BUSY")
                .filteredOn(line -> line.contains("refused"))
                .hasSize(3);
    }

    @Test
    void theSlotsOfAKilledInstanceAreGivenToOthersWithinTenSeconds() {
        arrive(other, "a");
        arrive(other, "b");
        arrive(other, "c");
        arrive(door, "d");
        news.clear();

        killed = true;
        clock.pass(Duration.ofSeconds(8));
        door.tick();
        assertThat(news).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        door.tick();

        assertThat(news).contains("d enters").doesNotContain("c enters");
        assertThat(board.floor().taken()).hasSize(1);
    }

    @Test
    void whoLivesKeepsWhatItHasByItsTicks() {
        arrive(other, "a");
        arrive(other, "b");
        arrive(door, "c");
        news.clear();

        for (int second = 0; second < 60; second++) {
            clock.pass(Duration.ofSeconds(1));
            other.tick();
            door.tick();
        }

        assertThat(news).isEmpty();
    }

    @Test
    void whatTheBoardLostItGetsAgainFromTheInstancesThatHaveIt() {
        arrive(door, "a");
        arrive(other, "b");
        arrive(other, "c");
        board.change(lost -> Floor.EMPTY);

        door.tick();
        other.tick();

        assertThat(board.floor().taken()).hasSize(2);
        assertThat(board.floor().waiting()).hasSize(1);
    }

    @Test
    void aBoardThatIsAwayRefusesNewcomersAndLosesNothing() {
        Admission.Visit first = arrive(door, "a");
        arrive(door, "b");
        arrive(door, "c");
        news.clear();
        board.isAway(true);

        arrive(door, "d");
        first.leave();
        assertThat(news).containsExactly("d refused UNREACHABLE");
        board.isAway(false);
        door.tick();

        assertThat(news).containsExactly("d refused UNREACHABLE", "c enters");
        assertThat(board.floor().taken()).hasSize(2);
        assertThat(board.floor().waiting()).isEmpty();
    }

    @Test
    void whoCannotBeServedAnywhereIsToldAtOnce() {
        arrive(door, "a");
        arrive(door, "b");
        arrive(door, "c");
        news.clear();

        offers.clear();
        door.tick();

        assertThat(news).containsExactly("c refused UNREACHABLE");
    }

    @Test
    void anIdleDoorLeavesNothingBehind() {
        arrive(door, "a").leave();

        assertThat(board.floor().taken()).isEmpty();
        assertThat(board.floor().waiting()).isEmpty();
        assertThat(board.floor().served()).isEmpty();
    }

    private Admission door(String instance) {
        return new Admission(instance, board, ticket -> List.copyOf(offers), 3, Runnable::run, clock);
    }

    private Admission.Visit arrive(Admission at, String name) {
        return arrive(at, name, name);
    }

    private Admission.Visit arrive(Admission at, String name, String person) {
        return arrive(at, name, person, Sender.Urgency.CONVERSATION);
    }

    private Admission.Visit arrive(Admission at, String name, String person, Sender.Urgency urgency) {
        String instance = at == other ? "there" : "here";
        Ticket ticket =
                new Ticket(name, instance, person, "", urgency, "m", List.of(), clock.millis() + name.charAt(0));
        return at.admit(ticket, new Admission.Guest() {
            @Override
            public void waits(int position, @Nullable Duration about) {
                news.add(name + " waits " + position
                        + (about == null || about.toSeconds() == 0 ? "" : " about " + about.toSeconds() + " s"));
            }

            @Override
            public void enters(String backend) {
                news.add(name + " enters");
            }

            @Override
            public void refused(EngineFailure failure) {
                news.add(name + " refused " + failure);
            }
        });
    }
}
