package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTests {

    private final Admission door = new Admission(2, 2);
    private final List<String> news = new ArrayList<>();

    @Test
    void soManyEnterAndTheOthersWaitInOrder() {
        arrive("a");
        arrive("b");
        arrive("c");
        arrive("d");

        assertThat(news).containsExactly("a enters", "b enters", "c waits 1", "d waits 2");
    }

    @Test
    void whoLeavesLetsTheNextInAndMovesTheOthersUp() {
        Admission.Ticket first = arrive("a");
        arrive("b");
        arrive("c");
        arrive("d");
        news.clear();

        first.leave();

        assertThat(news).containsExactly("c enters", "d waits 1");
    }

    @Test
    void whoLeavesTheQueueMovesThoseBehindUpAndOnlyThose() {
        arrive("a");
        arrive("b");
        arrive("c");
        Admission.Ticket last = arrive("d");
        news.clear();

        last.leave();
        last.leave();

        assertThat(news).isEmpty();
        arrive("e");
        assertThat(news).containsExactly("e waits 2");
    }

    @Test
    void aSlotIsGivenBackOnce() {
        Admission.Ticket first = arrive("a");
        arrive("b");
        first.leave();
        first.leave();
        news.clear();

        arrive("c");
        arrive("d");

        assertThat(news).containsExactly("c enters", "d waits 1");
    }

    @Test
    void aFullQueueRefuses() {
        arrive("a");
        arrive("b");
        arrive("c");
        arrive("d");

        assertThat(door.admit(ticket("e"))).isFalse();
        assertThat(news).noneMatch(line -> line.startsWith("e"));
    }

    private Admission.Ticket arrive(String name) {
        Admission.Ticket ticket = ticket(name);
        assertThat(door.admit(ticket)).isTrue();
        return ticket;
    }

    private Admission.Ticket ticket(String name) {
        return door.new Ticket(new Admission.Guest() {
            @Override
            public void waits(int position) {
                news.add(name + " waits " + position);
            }

            @Override
            public void enters() {
                news.add(name + " enters");
            }
        });
    }
}
