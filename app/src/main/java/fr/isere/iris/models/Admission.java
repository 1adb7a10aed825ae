package fr.isere.iris.models;

import fr.isere.iris.models.Floor.Lease;
import fr.isere.iris.models.Floor.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private void change() {
        List<Visit> queue;
        Claims claims;
        synchronized (this) {
            queue = List.copyOf(waiting.values());
            claims = claims(queue);
        }
        Floor after = board.change(floor -> claims.on(floor, offers, places, clock.millis()));
        boolean othersWait =
                after.waiting().stream().anyMatch(ticket -> !ticket.instance().equals(instance));
        boolean othersEntered;
        synchronized (this) {
            failingSince = 0;
            heldMillis.subList(0, claims.held().size()).clear();
            hasLeft = !heldMillis.isEmpty();
            othersEntered = after.taken().stream()
                    .anyMatch(lease ->
                            !lease.instance().equals(instance) && !last.taken().contains(lease));
            othersWait &= !after.equals(last);
            last = after;
            tell(queue, claims, after);
        }
        if (othersWait || othersEntered) {
            board.wakeOthers();
        }
    }

    private Claims claims(List<Visit> queue) {
        return new Claims(
                instance,
                queue.stream().map(visit -> visit.ticket).toList(),
                queue.stream()
                        .filter(visit -> !visit.placed)
                        .map(visit -> visit.ticket.id())
                        .toList(),
                inside.values().stream().map(Visit::lease).toList(),
                heldMillis,
                queue.stream()
                        .map(visit -> visit.ticket)
                        .filter(ticket -> offers.to(ticket).isEmpty())
                        .map(Ticket::id)
                        .collect(Collectors.toSet()));
    }

    private void tell(List<Visit> queue, Claims claims, Floor after) {
        Map<String, Lease> seats =
                after.taken().stream().collect(Collectors.toMap(Lease::id, lease -> lease, (one, other) -> one));
        List<Ticket> order = Seating.order(after);
        for (Visit visit : queue) {
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
                visit.guest.refused(claims.unserved().contains(id) ? EngineFailure.UNREACHABLE : EngineFailure.BUSY);
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
        boolean tooLong = now - failingSince > Claims.LEASE.toNanos();
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
