package fr.isere.iris.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for a slot of one pool and who has one, over all instances. Stored as JSON: a field that another version added is ignored, one
 * that it does not know is empty.
 *
 * @param turn how many were seated so far
 * @param conversationsInARow seated since the last that was no conversation
 * @param averageMillis how long a slot is held, of late; 0 if nothing is known
 * @param served by person, the turn at which she was last seated; only of those who wait or are inside
 * @param alive by instance, until when it is believed to live, in ms
 * @param waiting in no order
 * @param taken one for each slot
 */
record Floor(
        long turn,
        int conversationsInARow,
        long averageMillis,
        Map<String, Long> served,
        Map<String, Long> alive,
        List<Ticket> waiting,
        List<Lease> taken) {

    static final Floor EMPTY = new Floor(0, 0, 0, Map.of(), Map.of(), List.of(), List.of());

    /** How much of the average a new duration is. */
    private static final int WEIGHT = 5;

    Floor(
            long turn,
            int conversationsInARow,
            long averageMillis,
            @Nullable Map<String, Long> served,
            @Nullable Map<String, Long> alive,
            @Nullable List<Ticket> waiting,
            @Nullable List<Lease> taken) {
        this.turn = turn;
        this.conversationsInARow = conversationsInARow;
        this.averageMillis = averageMillis;
        this.served = Map.copyOf(Objects.requireNonNullElse(served, Map.of()));
        this.alive = Map.copyOf(Objects.requireNonNullElse(alive, Map.of()));
        this.waiting = List.copyOf(Objects.requireNonNullElse(waiting, List.of()));
        this.taken = List.copyOf(Objects.requireNonNullElse(taken, List.of()));
    }

    /**
     * Somebody who waits.
     *
     * @param model the engine's name of the model
     * @param avoided backends that failed it already
     * @param since when she came, in ms: kept when another backend is tried
     */
    record Ticket(
            String id,
            String instance,
            String person,
            String thread,
            Sender.Urgency urgency,
            String model,
            List<String> avoided,
            long since) {

        Ticket {
            avoided = List.copyOf(avoided);
        }
    }

    /** A slot that is taken: it is free again when its instance gives it back, or is not believed to live any more. */
    record Lease(String id, String instance, String person, Sender.Urgency urgency, String backend) {}

    /** Without the instances that gave no sign of life in time, and all that they had. */
    Floor withoutTheDead(long now) {
        Map<String, Long> living = new HashMap<>(alive);
        living.values().removeIf(until -> until < now);
        return new Floor(
                turn,
                conversationsInARow,
                averageMillis,
                served,
                living,
                waiting.stream()
                        .filter(ticket -> living.containsKey(ticket.instance))
                        .toList(),
                taken.stream()
                        .filter(lease -> living.containsKey(lease.instance))
                        .toList());
    }

    /** An instance gives a sign of life. */
    Floor living(String instance, long until) {
        Map<String, Long> living = new HashMap<>(alive);
        living.put(instance, until);
        return new Floor(turn, conversationsInARow, averageMillis, served, living, waiting, taken);
    }

    /** Of these, only those remain. */
    Floor keeping(Predicate<Ticket> tickets, Predicate<Lease> leases) {
        return new Floor(
                turn,
                conversationsInARow,
                averageMillis,
                served,
                alive,
                waiting.stream().filter(tickets).toList(),
                taken.stream().filter(leases).toList());
    }

    /** With these too. */
    Floor with(List<Ticket> tickets, List<Lease> leases) {
        return new Floor(
                turn,
                conversationsInARow,
                averageMillis,
                served,
                alive,
                joined(waiting, tickets),
                joined(taken, leases));
    }

    /** A slot was held for so long. */
    Floor learning(long millis) {
        long average = averageMillis == 0 ? millis : averageMillis + (millis - averageMillis) / WEIGHT;
        return new Floor(turn, conversationsInARow, Math.max(1, average), served, alive, waiting, taken);
    }

    /** Somebody who waited goes in. */
    Floor seated(Seating.Seat seat) {
        Ticket who = seat.ticket();
        Map<String, Long> turns = new HashMap<>(served);
        turns.put(who.person, turn + 1);
        int inARow = who.urgency == Sender.Urgency.CONVERSATION ? conversationsInARow + 1 : 0;
        return new Floor(
                turn + 1,
                inARow,
                averageMillis,
                turns,
                alive,
                waiting.stream().filter(ticket -> !ticket.id.equals(who.id)).toList(),
                joined(taken, List.of(new Lease(who.id, who.instance, who.person, who.urgency, seat.backend()))));
    }

    /** Nothing is kept of people who neither wait nor are inside. */
    Floor forgetting() {
        Set<String> here = new HashSet<>();
        waiting.forEach(ticket -> here.add(ticket.person));
        taken.forEach(lease -> here.add(lease.person));
        Map<String, Long> turns = new HashMap<>(served);
        turns.keySet().retainAll(here);
        return new Floor(turn, conversationsInARow, averageMillis, turns, alive, waiting, taken);
    }

    int takenAt(String backend) {
        return (int)
                taken.stream().filter(lease -> lease.backend.equals(backend)).count();
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
