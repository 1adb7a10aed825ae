package fr.isere.iris.models;

import java.util.ArrayDeque;
import java.util.Deque;

/** The door of one engine: so many answers at once, the others wait in the order they came. */
class Admission {

    private final int slots;
    private final int places;

    private final Deque<Ticket> waiting = new ArrayDeque<>();
    private int taken;

    /**
     * @param slots answers at once
     * @param places requests that may wait
     */
    Admission(int slots, int places) {
        this.slots = slots;
        this.places = places;
    }

    int slots() {
        return slots;
    }

    /** Somebody who wants in. Called with the door held, so that news come in order: must hand them on, and not act on them. */
    interface Guest {

        /** Its place in the queue; 1 is the next. */
        void waits(int position);

        /** It may go in; the slot is its own until it {@linkplain Ticket#leave leaves}. */
        void enters();
    }

    /** False if the queue is full: the guest hears nothing and the ticket is worth nothing. */
    synchronized boolean admit(Ticket ticket) {
        if (taken < slots) {
            enter(ticket);
            return true;
        }
        if (waiting.size() >= places) {
            return false;
        }
        waiting.addLast(ticket);
        ticket.tell(waiting.size());
        return true;
    }

    private void enter(Ticket ticket) {
        taken++;
        ticket.inside = true;
        ticket.guest.enters();
    }

    private synchronized void leave(Ticket ticket) {
        if (ticket.inside) {
            ticket.inside = false;
            taken--;
            Ticket next = waiting.pollFirst();
            if (next != null) {
                enter(next);
                tellPositions();
            }
        } else if (waiting.remove(ticket)) {
            tellPositions();
        }
    }

    private void tellPositions() {
        int position = 1;
        for (Ticket ticket : waiting) {
            ticket.tell(position++);
        }
    }

    /** One guest's claim, in the queue or inside. */
    class Ticket {

        private final Guest guest;
        private boolean inside;
        private int told;

        Ticket(Guest guest) {
            this.guest = guest;
        }

        /** Gives the slot or the place up; harmless when there is none. */
        void leave() {
            Admission.this.leave(this);
        }

        private void tell(int position) {
            if (position != told) {
                told = position;
                guest.waits(position);
            }
        }
    }
}
