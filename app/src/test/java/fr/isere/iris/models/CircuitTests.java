package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitTests {

    private final AtomicLong now = new AtomicLong();
    private final Circuit circuit = new Circuit(now::get);

    @Test
    void threeFailuresInARowOpenItAndAnAnswerBetweenThemDoesNot() {
        fails();
        fails();
        circuit.begins();
        circuit.succeeded();
        fails();
        fails();
        assertThat(circuit.allows()).isTrue();

        fails();
        assertThat(circuit.allows()).isFalse();
        assertThat(circuit.isOpen()).isTrue();
    }

    @Test
    void afterAPauseOneIsLetThroughAndClosesIt() {
        open();
        pass(5);
        assertThat(circuit.allows()).isTrue();
        circuit.begins();
        assertThat(circuit.allows()).as("a second one at the same time").isFalse();

        circuit.succeeded();
        assertThat(circuit.isOpen()).isFalse();
        assertThat(circuit.allows()).isTrue();
    }

    @Test
    void thePauseDoublesWithEachTrialThatFailsUpToAMinute() {
        open();
        pass(5);
        fails();
        pass(9);
        assertThat(circuit.allows()).isFalse();
        pass(1);
        assertThat(circuit.allows()).isTrue();
        for (int i = 0; i < 10; i++) {
            fails();
        }
        pass(60);
        assertThat(circuit.allows()).isTrue();
    }

    @Test
    void aTrialThatWasStoppedLetsAnotherThrough() {
        open();
        pass(5);
        circuit.begins();
        circuit.toldNothing();

        assertThat(circuit.allows()).isTrue();
    }

    private void open() {
        fails();
        fails();
        fails();
    }

    private void fails() {
        circuit.begins();
        circuit.failed();
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
