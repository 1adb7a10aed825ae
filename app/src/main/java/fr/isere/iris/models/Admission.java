package fr.isere.iris.models;

import fr.isere.iris.models.Floor.Lease;
import fr.isere.iris.models.Floor.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This instance's door to the slots of a pool. What its guests want is gathered, and told to the {@link Board} in one change after another,
 * one at a time, off their threads; whoever makes a change seats everybody who can go in, guests of other instances too. Each instance is
 * the authority for what its own guests have: what the board lost of that, it gets again.
 */
class Admission {

    /** How long an instance is believed to live after a sign of life: then others give its slots away. */
    static final Duration LEASE = Duration.ofSeconds(8);

    /** How much of it is left when it is renewed. */
    private static final Duration RENEWAL = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Admission.class);

    private final String instance;
    private final Board board;
    private final Seating.Offers offers;
    private final int places;
    private final Executor workers;
    private final Clock clock;

    private final Map<String, Visit> waiting = new LinkedHashMap<>();
    private final Map<String, Visit> inside = new LinkedHashMap<>();
    private final List<Long> heldMillis = new ArrayList<>();
    private boolean changing;
    private boolean changesAgain;
    private boolean hasLeft;
    private long failingSince;
    private Floor last = Floor.EMPTY;

    /**
     * @param instance unlike any other's name
     * @param places requests that may wait, over all instances
     */
    Admission(String instance, Board board, Seating.Offers offers, int places, Executor workers, Clock clock) {
        this.instance = instance;
        this.board = board;
        this.offers = offers;
        this.places = places;
        this.workers = workers;
        this.clock = clock;
    }

    /** Somebody who wants in. Called one thing at a time and in order: must hand it on, and not act on it. */
    interface Guest {

        /**
         * Its place in the queue.
         *
         * @param position 1 is the next
         * @param about how long it is likely to wait; null if nothing is known
         */
        void waits(int position, @Nullable Duration about);

        /** It may go in; the slot is its own until it {@linkplain Visit#leave leaves}. */
        void enters(String backend);

        /** It may not: too many wait, no backend serves it, or nobody can count. */
        void refused(EngineFailure failure);
    }

    /** Lets a guest in, now or later; returns at once. */
    Visit admit(Ticket ticket, Guest guest) {
        Visit visit = new Visit(ticket, guest);
        synchronized (this) {
            waiting.put(ticket.id(), visit);
        }
        stir();
        return visit;
    }

    /** How things stand now; as last seen, if that cannot be read. */
    Floor floor() {
        try {
            return board.change(floor -> floor);
        } catch (RuntimeException failure) {
            log.debug("slots cannot be counted: {}", failure.getClass().getSimpleName());
            synchronized (this) {
                return last;
            }
        }
    }

    /** Looks at the board anew, and seats who can go in; nothing when nobody of this instance is concerned. To be called every second. */
    void tick() {
        boolean concerned;
        synchronized (this) {
            concerned = hasLeft || !waiting.isEmpty() || !inside.isEmpty();
        }
        if (concerned) {
            stir();
        }
    }

    /** Another instance changed something, or a backend did. */
    void stir() {
        synchronized (this) {
            if (changing) {
                changesAgain = true;
                return;
            }
            changing = true;
        }
        workers.execute(this::changeUntilQuiet);
    }

    private void changeUntilQuiet() {
        do {
            try {
                change();
            } catch (RuntimeException failure) {
                // Its message may hold what the store said.
                log.warn("slots cannot be counted: {}", failure.getClass().getSimpleName());
                refuseWhoCannotBeCounted();
            }
        } while (goesOn());
    }

    private synchronized boolean goesOn() {
        changing = changesAgain;
        changesAgain = false;
        return changing;
    }

    /** What this instance wants, at one moment. */
    private record Wishes(List<Visit> waiting, List<Lease> inside, List<Long> held, Set<String> unserved) {

        Set<String> ids() {
            Set<String> ids = new HashSet<>();
            waiting.forEach(visit -> ids.add(visit.ticket.id()));
            inside.forEach(lease -> ids.add(lease.id()));
            return ids;
        }
    }

    private void change() {
        Wishes wishes = wishes();
        Floor after = board.change(floor -> changed(floor, wishes));
        boolean othersWait =
                after.waiting().stream().anyMatch(ticket -> !ticket.instance().equals(instance));
        boolean othersEntered;
        synchronized (this) {
            failingSince = 0;
            heldMillis.subList(0, wishes.held.size()).clear();
            hasLeft = !heldMillis.isEmpty();
            othersEntered = after.taken().stream()
                    .anyMatch(lease ->
                            !lease.instance().equals(instance) && !last.taken().contains(lease));
            othersWait &= !after.equals(last);
            last = after;
            tell(wishes, after);
        }
        if (othersWait || othersEntered) {
            board.wakeOthers();
        }
    }

    private synchronized Wishes wishes() {
        List<Lease> leases = inside.values().stream().map(Visit::lease).toList();
        List<Visit> queue = List.copyOf(waiting.values());
        Set<String> unserved = queue.stream()
                .filter(visit -> offers.to(visit.ticket).isEmpty())
                .map(visit -> visit.ticket.id())
                .collect(Collectors.toSet());
        return new Wishes(queue, leases, List.copyOf(heldMillis), unserved);
    }

    private Floor changed(Floor before, Wishes wishes) {
        long now = clock.millis();
        Set<String> mine = wishes.ids();
        Floor floor = before.withoutTheDead(now)
                .keeping(
                        ticket -> !ticket.instance().equals(instance)
                                || (mine.contains(ticket.id()) && !wishes.unserved.contains(ticket.id())),
                        lease -> !lease.instance().equals(instance) || mine.contains(lease.id()));
        Set<String> known = new LinkedHashSet<>();
        floor.waiting().forEach(ticket -> known.add(ticket.id()));
        floor.taken().forEach(lease -> known.add(lease.id()));
        floor = floor.with(
                wishes.waiting.stream()
                        .map(visit -> visit.ticket)
                        .filter(ticket -> !known.contains(ticket.id()) && !wishes.unserved.contains(ticket.id()))
                        .toList(),
                wishes.inside.stream()
                        .filter(lease -> !known.contains(lease.id()))
                        .toList());
        for (long millis : wishes.held) {
            floor = floor.learning(millis);
        }
        return living(turningAway(seated(floor), wishes), mine, now).forgetting();
    }

    private Floor seated(Floor before) {
        Floor floor = before;
        for (Optional<Seating.Seat> seat = Seating.next(floor, offers);
                seat.isPresent();
                seat = Seating.next(floor, offers)) {
            floor = floor.seated(seat.get());
        }
        return floor;
    }

    /** Who came last finds no place in a full queue; who was told a place keeps it. */
    private Floor turningAway(Floor floor, Wishes wishes) {
        int tooMany = floor.waiting().size() - places;
        if (tooMany <= 0) {
            return floor;
        }
        List<String> newcomers = wishes.waiting.stream()
                .filter(visit -> !visit.placed)
                .map(visit -> visit.ticket.id())
                .filter(id ->
                        floor.waiting().stream().anyMatch(ticket -> ticket.id().equals(id)))
                .toList();
        Set<String> away = Set.copyOf(newcomers.subList(Math.max(0, newcomers.size() - tooMany), newcomers.size()));
        return floor.keeping(ticket -> !away.contains(ticket.id()), lease -> true);
    }

    private Floor living(Floor floor, Set<String> mine, long now) {
        long until = floor.alive().getOrDefault(instance, 0L);
        return mine.isEmpty() || until - now > RENEWAL.toMillis()
                ? floor
                : floor.living(instance, now + LEASE.toMillis());
    }

    private void tell(Wishes wishes, Floor after) {
        Map<String, Lease> seats =
                after.taken().stream().collect(Collectors.toMap(Lease::id, lease -> lease, (one, other) -> one));
        List<Ticket> order = Seating.order(after);
        for (Visit visit : wishes.waiting) {
            String id = visit.ticket.id();
            if (!waiting.containsKey(id)) {
                changesAgain = true; // it left meanwhile
                continue;
            }
            Lease seat = seats.get(id);
            int place = order.indexOf(visit.ticket);
            if (seat != null) {
                waiting.remove(id);
                inside.put(id, visit);
                visit.enters(seat.backend());
            } else if (place >= 0) {
                visit.waits(place + 1, about(place + 1, after));
            } else {
                waiting.remove(id);
                visit.guest.refused(wishes.unserved.contains(id) ? EngineFailure.UNREACHABLE : EngineFailure.BUSY);
            }
        }
    }

    private static @Nullable Duration about(int position, Floor floor) {
        return floor.averageMillis() == 0
                ? null
                : Duration.ofMillis(floor.averageMillis()
                        * position
                        / Math.max(1, floor.taken().size()));
    }

    /** Newcomers at once; who waits already, when it has lasted as long as others would believe that this instance lives. */
    private synchronized void refuseWhoCannotBeCounted() {
        long now = System.nanoTime();
        failingSince = failingSince == 0 ? now : failingSince;
        boolean tooLong = now - failingSince > LEASE.toNanos();
        List<Visit> refused = waiting.values().stream()
                .filter(visit -> tooLong || !visit.placed)
                .toList();
        refused.forEach(visit -> {
            waiting.remove(visit.ticket.id());
            visit.guest.refused(EngineFailure.UNREACHABLE);
        });
    }

    private void leave(Visit visit) {
        synchronized (this) {
            String id = visit.ticket.id();
            boolean wasInside = inside.remove(id) != null;
            if (waiting.remove(id) == null && !wasInside) {
                return;
            }
            if (wasInside) {
                heldMillis.add((System.nanoTime() - visit.enteredAt) / 1_000_000);
                hasLeft = true;
            }
        }
        stir();
    }

    /** One guest's claim, in the queue or inside. */
    final class Visit {

        private final Ticket ticket;
        private final Guest guest;
        private boolean placed;
        private int told;
        private String backend = "";
        private long enteredAt;

        private Visit(Ticket ticket, Guest guest) {
            this.ticket = ticket;
            this.guest = guest;
        }

        /** Gives the slot or the place up; harmless when there is none. */
        void leave() {
            Admission.this.leave(this);
        }

        private Lease lease() {
            return new Lease(ticket.id(), instance, ticket.person(), ticket.urgency(), backend);
        }

        private void enters(String where) {
            placed = true;
            backend = where;
            enteredAt = System.nanoTime();
            guest.enters(where);
        }

        private void waits(int position, @Nullable Duration about) {
            placed = true;
            if (position != told) {
                told = position;
                guest.waits(position, about);
            }
        }
    }
}
