package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.models.Floor.Ticket;
import fr.isere.iris.models.Seating.Offer;
import fr.isere.iris.models.Seating.Seat;
import fr.isere.iris.models.Sender.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who is served next: one line of the contract each. */
class SeatingTests {

    private static final Offer ONE = new Offer("a:1", 2, true);
    private static final Offer OTHER = new Offer("b:1", 2, true);

    private int came;

    @Test
    void oneWhoAsksAHundredTimesDelaysAnotherBySlotsTurnAtMost() {
        Floor floor = waiting(IntStream.range(0, 100).mapToObj(i -> chat("greedy")));
        floor = seatAll(floor, ONE);
        assertThat(floor.taken()).hasSize(2);
        floor = floor.with(List.of(chat("modest")), List.of());

        assertThat(Seating.order(floor).get(0).person()).isEqualTo("modest");
        Floor freed = without(floor, floor.taken().get(0).id());
        assertThat(next(freed, ONE)).map(seat -> seat.ticket().person()).contains("modest");
    }

    @Test
    void peopleTakeTurns() {
        Floor floor = waiting(Stream.of(chat("x"), chat("x"), chat("x"), chat("y"), chat("y"), chat("z")));

        assertThat(Seating.order(floor)).extracting(Ticket::person).containsExactly("x", "y", "z", "x", "y", "x");
    }

    @Test
    void ofThoseWithAsManyRunningTheOneServedLongestAgoComesFirst() {
        Floor floor = waiting(Stream.of(chat("x"), chat("y")));
        floor = served(floor, "x", "y", "x");
        floor = floor.with(List.of(chat("x"), chat("y")), List.of());

        assertThat(Seating.order(floor)).extracting(Ticket::person).startsWith("y");
    }

    @Test
    void conversationsComeBeforeSummariesWhichAreNotStarved() {
        Floor floor = waiting(Stream.concat(
                IntStream.range(0, 10).mapToObj(i -> chat("p" + i)),
                Stream.of(
                        batch("writer"),
                        batch("writer"),
                        new Ticket("e", "i", "", "", Urgency.EVALUATION, "m", List.of(), 0))));

        assertThat(Seating.order(floor))
                .extracting(Ticket::urgency)
                .containsExactly(
                        Urgency.CONVERSATION,
                        Urgency.CONVERSATION,
                        Urgency.CONVERSATION,
                        Urgency.CONVERSATION,
                        Urgency.BATCH,
                        Urgency.CONVERSATION,
                        Urgency.CONVERSATION,
                        Urgency.CONVERSATION,
                        Urgency.CONVERSATION,
                        Urgency.BATCH,
                        Urgency.CONVERSATION,
                        Urgency.CONVERSATION,
                        Urgency.EVALUATION);
    }

    @Test
    void summariesLeaveOneSlotToConversationsUnlessThereIsOnlyOne() {
        Floor floor = seatAll(waiting(Stream.of(batch("w"), batch("w"), batch("w"))), ONE);
        assertThat(floor.taken()).hasSize(1);
        floor = seatAll(floor.with(List.of(chat("reader")), List.of()), ONE);
        assertThat(floor.taken()).hasSize(2);

        Floor single = seatAll(waiting(Stream.of(batch("w"))), new Offer("a:1", 1, true));
        assertThat(single.taken()).hasSize(1);
    }

    @Test
    void whoCannotBeServedNowHoldsUpNobody() {
        Ticket elsewhere = new Ticket("t", "i", "first", "", Urgency.CONVERSATION, "absent", List.of(), 0);
        Floor floor = waiting(Stream.of(elsewhere, chat("second")));

        assertThat(Seating.next(floor, ticket -> ticket.model().equals("m") ? List.of(ONE) : List.of()))
                .map(seat -> seat.ticket().person())
                .contains("second");
    }

    @Test
    void theLeastBusyBackendIsTaken() {
        Floor floor = seatAll(waiting(Stream.of(chat("x"), chat("y"), chat("z"), chat("w"), chat("v"))), ONE, OTHER);

        assertThat(floor.takenAt("a:1")).isEqualTo(2);
        assertThat(floor.takenAt("b:1")).isEqualTo(2);
        assertThat(floor.waiting()).hasSize(1);
    }

    @Test
    void aConversationKeepsItsBackendWhileThatIsHardlyBusierAndLeavesItThen() {
        Offer big = new Offer("a:1", 4, true);
        Offer bigToo = new Offer("b:1", 4, true);
        String home = place(Floor.EMPTY, big, bigToo);
        Floor busier = Floor.EMPTY.with(List.of(), List.of(lease("1", home)));
        Floor muchBusier = busier.with(List.of(), List.of(lease("2", home)));

        assertThat(place(Floor.EMPTY, bigToo, big)).isEqualTo(home);
        assertThat(place(busier, big, bigToo)).isEqualTo(home);
        assertThat(place(muchBusier, big, bigToo)).isNotEqualTo(home);
    }

    @Test
    void aBackendThatHasTheModelInMemoryIsPreferredToOneAsBusy() {
        for (int i = 0; i < 20; i++) {
            assertThat(next(waiting(Stream.of(chat("x"))), new Offer("cold:1", 2, false), ONE))
                    .map(Seat::backend)
                    .contains("a:1");
        }
    }

    @Test
    void whatADeadInstanceHadIsFreeWhenItsLeaseEnds() {
        Floor floor = seatAll(waiting(Stream.of(chat("x"), chat("x"), chat("x"))), ONE)
                .living("i", 1000);

        assertThat(floor.withoutTheDead(1000).taken()).hasSize(2);
        Floor after = floor.withoutTheDead(1001);
        assertThat(after.taken()).isEmpty();
        assertThat(after.waiting()).isEmpty();
        assertThat(after.forgetting().served()).isEmpty();
    }

    private String place(Floor floor, Offer... offers) {
        Ticket ticket = new Ticket("t" + came++, "i", "p", "thread", Urgency.CONVERSATION, "m", List.of(), came);
        return next(floor.with(List.of(ticket), List.of()), offers)
                .orElseThrow()
                .backend();
    }

    private static Floor.Lease lease(String id, String backend) {
        return new Floor.Lease(id, "i", "other", Urgency.CONVERSATION, backend);
    }

    private static Optional<Seat> next(Floor floor, Offer... offers) {
        return Seating.next(floor, ticket -> List.of(offers));
    }

    private static Floor seatAll(Floor before, Offer... offers) {
        Floor floor = before;
        for (Optional<Seat> seat = next(floor, offers); seat.isPresent(); seat = next(floor, offers)) {
            floor = floor.seated(seat.get());
        }
        return floor;
    }

    /** As if these had been served in this order, and had left. */
    private Floor served(Floor before, String... people) {
        Floor floor = before;
        for (String person : people) {
            Ticket ticket = chat(person);
            floor = without(floor.with(List.of(ticket), List.of()).seated(new Seat(ticket, "a:1")), ticket.id());
        }
        return floor;
    }

    private static Floor without(Floor floor, String id) {
        return floor.keeping(ticket -> true, lease -> !lease.id().equals(id));
    }

    private static Floor waiting(Stream<Ticket> tickets) {
        return Floor.EMPTY.with(new ArrayList<>(tickets.toList()), List.of());
    }

    private Ticket chat(String person) {
        return new Ticket("t" + came++, "i", person, "", Urgency.CONVERSATION, "m", List.of(), came);
    }

    private Ticket batch(String person) {
        return new Ticket("t" + came++, "i", person, "", Urgency.BATCH, "m", List.of(), came);
    }
}
