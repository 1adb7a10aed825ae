package fr.isere.iris.models;

import fr.isere.iris.models.Floor.Lease;
import fr.isere.iris.models.Floor.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one instance wants of the {@link Floor} at one moment, and what becomes of the floor with it. Pure.
 *
 * @param waiting those of its guests who wait, in the order they came
 * @param unplaced ids of those among them who were told nothing yet
 * @param inside those who have a slot
 * @param held how long slots were held that were given up, in milliseconds
 * @param unserved ids of those who wait and whom no backend serves
 */
record Claims(
        String instance,
        List<Ticket> waiting,
        List<String> unplaced,
        List<Lease> inside,
        List<Long> held,
        Set<String> unserved) {

    /** How long an instance is believed to live after a sign of life: then others give its slots away. */
    static final Duration LEASE = Duration.ofSeconds(8);

    /** How much of it is left when it is renewed. */
    private static final Duration RENEWAL = Duration.ofSeconds(5);

    /** So many places one person's conversations may take, or a quarter of the queue if that is more: the rest is for others. */
    private static final int PLACES_OF_ONE = 4;

    Claims {
        waiting = List.copyOf(waiting);
        unplaced = List.copyOf(unplaced);
        inside = List.copyOf(inside);
        held = List.copyOf(held);
        unserved = Set.copyOf(unserved);
    }

    /**
     * The floor with all of it: the dead gone, its own guests as they are, everybody seated who can go in, and those turned away who find
     * no place.
     *
     * @param places conversations that may wait, over all instances; other work that may wait takes of them what they leave
     * @param now in milliseconds
     */
    Floor on(Floor before, Seating.Offers offers, int places, long now) {
        Set<String> mine = ids();
        Floor floor = entered(before.withoutTheDead(now)
                .keeping(
                        ticket -> !ticket.instance().equals(instance)
                                || (mine.contains(ticket.id()) && !unserved.contains(ticket.id())),
                        lease -> !lease.instance().equals(instance) || mine.contains(lease.id())));
        for (long millis : held) {
            floor = floor.learning(millis);
        }
        return living(turningAway(seated(floor, offers), places), mine, now).forgetting();
    }

    private Set<String> ids() {
        Set<String> ids = new HashSet<>();
        waiting.forEach(ticket -> ids.add(ticket.id()));
        inside.forEach(lease -> ids.add(lease.id()));
        return ids;
    }

    /** With those of its guests whom the floor does not know. */
    private Floor entered(Floor floor) {
        Set<String> known = new HashSet<>(unserved);
        floor.waiting().forEach(ticket -> known.add(ticket.id()));
        floor.taken().forEach(lease -> known.add(lease.id()));
        return floor.with(
                waiting.stream().filter(ticket -> !known.contains(ticket.id())).toList(),
                inside.stream().filter(lease -> !known.contains(lease.id())).toList());
    }

    private static Floor seated(Floor before, Seating.Offers offers) {
        Floor floor = before;
        for (Optional<Seating.Seat> seat = Seating.next(floor, offers);
                seat.isPresent();
                seat = Seating.next(floor, offers)) {
            floor = floor.seated(seat.get());
        }
        return floor;
    }

    /**
     * Who came last finds no place in a full queue, nor who has many places in it already; who was told a place keeps it. Conversations find
     * the queue full of conversations only: a long work is served after them, and must not keep them out.
     */
    private Floor turningAway(Floor floor, int places) {
        Map<String, Ticket> tickets = floor.waiting().stream().collect(Collectors.toMap(Ticket::id, ticket -> ticket));
        Map<String, Long> ofEach = tickets.values().stream()
                .filter(Claims::isOnesOwn)
                .collect(Collectors.groupingBy(Ticket::person, Collectors.counting()));
        long share = Math.max(PLACES_OF_ONE, places / 4);
        long conversations =
                tickets.values().stream().filter(Claims::isConversation).count();
        List<String> latestFirst = new ArrayList<>(unplaced);
        Collections.reverse(latestFirst);
        Set<String> away = new HashSet<>();
        for (String id : latestFirst) {
            Ticket ticket = tickets.get(id);
            if (ticket == null) {
                continue;
            }
            boolean isConversation = isConversation(ticket);
            if ((isConversation ? conversations : tickets.size() - away.size()) > places
                    || takesTooMany(ticket, ofEach, share)) {
                away.add(id);
                conversations -= isConversation ? 1 : 0;
                ofEach.computeIfPresent(ticket.person(), (person, count) -> isOnesOwn(ticket) ? count - 1 : count);
            }
        }
        return floor.keeping(ticket -> !away.contains(ticket.id()), lease -> true);
    }

    private static boolean takesTooMany(Ticket ticket, Map<String, Long> ofEach, long share) {
        return isOnesOwn(ticket) && ofEach.getOrDefault(ticket.person(), 0L) > share;
    }

    /** The parts of a summary are no person's: as many come as there are slots, which may be more than one person's share. */
    private static boolean isOnesOwn(Ticket ticket) {
        return !ticket.person().isEmpty() && isConversation(ticket);
    }

    private static boolean isConversation(Ticket ticket) {
        return ticket.urgency() == Sender.Urgency.CONVERSATION;
    }

    private Floor living(Floor floor, Set<String> mine, long now) {
        long until = floor.alive().getOrDefault(instance, 0L);
        return mine.isEmpty() || until - now > RENEWAL.toMillis()
                ? floor
                : floor.living(instance, now + LEASE.toMillis());
    }
}
