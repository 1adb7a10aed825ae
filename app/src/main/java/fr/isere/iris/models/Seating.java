package fr.isere.iris.models;

import fr.isere.iris.models.Floor.Ticket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.util.DigestUtils;

/**
 * Who goes in next, and where: pure decisions on a {@link Floor}. People are served in turn, not requests: who has the fewest answers
 * running comes first, then who was served longest ago, then who came first. Conversations come before other work, which gets one seat
 * after so many of theirs, and never the last slot of those that could serve it, unless there is one only.
 */
final class Seating {

    /** So many conversations in a row, then other work that waits. */
    static final int CONVERSATIONS_IN_A_ROW = 4;

    /** How many more than the least busy a backend may serve and still be chosen for what it has cached. */
    private static final int SLACK = 1;

    private Seating() {}

    /**
     * A backend that could serve somebody.
     *
     * @param slots answers at once
     * @param loaded whether it has the model in memory
     */
    record Offer(String backend, int slots, boolean loaded) {}

    /** Which backends could serve a ticket. */
    interface Offers {
        List<Offer> to(Ticket ticket);
    }

    /** Somebody, and where she goes. */
    record Seat(Ticket ticket, String backend) {}

    /** The next to go in; empty if nobody waits, or nobody who waits can. */
    static Optional<Seat> next(Floor floor, Offers offers) {
        Map<String, String> found = new HashMap<>();
        return new Line(floor)
                .first(ticket -> {
                    Optional<String> backend = backend(floor, ticket, offers.to(ticket));
                    backend.ifPresent(name -> found.put(ticket.id(), name));
                    return backend.isPresent();
                })
                .map(ticket -> new Seat(ticket, found.getOrDefault(ticket.id(), "")));
    }

    /** Those who wait, in the order in which they will be served if nobody comes and all backends serve all. */
    static List<Ticket> order(Floor floor) {
        Line line = new Line(floor);
        List<Ticket> order = new ArrayList<>();
        for (Optional<Ticket> next = line.first(any -> true); next.isPresent(); next = line.first(any -> true)) {
            order.add(next.get());
            line.served(next.get());
        }
        return order;
    }

    private static Optional<String> backend(Floor floor, Ticket ticket, List<Offer> offers) {
        if (ticket.urgency() != Sender.Urgency.CONVERSATION && isLastSlot(floor, offers)) {
            return Optional.empty();
        }
        List<Offer> free = offers.stream()
                .filter(offer -> floor.takenAt(offer.backend()) < offer.slots())
                .toList();
        int least = free.stream()
                .mapToInt(offer -> floor.takenAt(offer.backend()))
                .min()
                .orElse(0);
        int slack = ticket.thread().isEmpty() ? 0 : SLACK;
        List<Offer> leastBusy = free.stream()
                .filter(offer -> floor.takenAt(offer.backend()) <= least + slack)
                .toList();
        boolean anyLoaded = leastBusy.stream().anyMatch(Offer::loaded);
        String thread = ticket.thread().isEmpty() ? ticket.id() : ticket.thread();
        return leastBusy.stream()
                .filter(offer -> offer.loaded() || !anyLoaded)
                .map(Offer::backend)
                .max(Comparator.comparing(backend -> weight(thread, backend)));
    }

    private static boolean isLastSlot(Floor floor, List<Offer> offers) {
        int slots = offers.stream().mapToInt(Offer::slots).sum();
        long others = floor.taken().stream()
                .filter(lease -> lease.urgency() != Sender.Urgency.CONVERSATION)
                .filter(lease ->
                        offers.stream().anyMatch(offer -> offer.backend().equals(lease.backend())))
                .count();
        return others >= Math.max(1, slots - 1);
    }

    /** Rendezvous hashing: a thread keeps its backend as long as that is there, whatever others come and go. */
    private static String weight(String thread, String backend) {
        return DigestUtils.md5DigestAsHex((thread + ' ' + backend).getBytes(StandardCharsets.UTF_8));
    }

    /** The line as it moves. */
    private static final class Line {

        private final List<Ticket> waiting;
        private final Map<String, Integer> running = new HashMap<>();
        private final Map<String, Long> served;
        private long turn;
        private int conversationsInARow;

        Line(Floor floor) {
            waiting = new ArrayList<>(floor.waiting());
            served = new HashMap<>(floor.served());
            turn = floor.turn();
            conversationsInARow = floor.conversationsInARow();
            floor.taken().forEach(lease -> running.merge(lease.person(), 1, Integer::sum));
        }

        Optional<Ticket> first(Predicate<Ticket> canGoIn) {
            return waiting.stream()
                    .sorted(Comparator.comparing(this::rank)
                            .thenComparing(ticket -> running.getOrDefault(ticket.person(), 0))
                            .thenComparing(ticket -> served.getOrDefault(ticket.person(), 0L))
                            .thenComparing(Ticket::since)) // of one millisecond, in the order of the floor
                    .filter(canGoIn)
                    .findFirst();
        }

        private int rank(Ticket ticket) {
            return switch (ticket.urgency()) {
                case CONVERSATION -> 1;
                case BATCH -> conversationsInARow >= CONVERSATIONS_IN_A_ROW ? 0 : 2;
                case EVALUATION -> 3;
            };
        }

        void served(Ticket ticket) {
            waiting.remove(ticket);
            running.merge(ticket.person(), 1, Integer::sum);
            served.put(ticket.person(), ++turn);
            conversationsInARow = ticket.urgency() == Sender.Urgency.CONVERSATION ? conversationsInARow + 1 : 0;
        }
    }
}
