package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CircuitTests {

    private final AtomicLong now = new AtomicLong();
    private final Circuit circuit = new Circuit(now::get);

    @Test
    void threeFailuresInARowOpenItAndAnAnswerBetweenThemDoesNot() {
        fails();
        fails();
        circuit.begins().succeeded();
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
        Circuit.Try trial = circuit.begins();
        assertThat(circuit.allows()).as("a second one at the same time").isFalse();

        trial.succeeded();
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
            pass(60);
            assertThat(circuit.allows()).isTrue();
        }
        fails();
        pass(59);
        assertThat(circuit.allows()).isFalse();
    }

    @Test
    void aTrialThatWasStoppedLetsAnotherThrough() {
        open();
        pass(5);
        circuit.begins().toldNothing();

        assertThat(circuit.allows()).isTrue();
    }

    @Test
    void whatWasUnderWayWhenItOpenedDoesNotLengthenThePause() {
        underWay(7).forEach(Circuit.Try::failed);
        pass(5);

        assertThat(circuit.allows()).isTrue();
    }

    @Test
    void whatWasUnderWayDecidesNothingOfTheTrial() {
        List<Circuit.Try> old = underWay(2);
        open();
        pass(5);
        Circuit.Try trial = circuit.begins();
        old.get(0).failed();
        old.get(1).toldNothing();
        assertThat(circuit.allows()).as("the trial goes on").isFalse();

        trial.failed();
        pass(9);
        assertThat(circuit.allows()).isFalse();
        pass(1);
        assertThat(circuit.allows()).isTrue();
    }

    @Test
    void aTrialOfAnEarlierTimeDecidesNothingOfTheOneNow() {
        open();
        pass(5);
        Circuit.Try early = circuit.begins();
        circuit.close();
        open();
        pass(5);
        Circuit.Try trial = circuit.begins();

        early.toldNothing();
        assertThat(circuit.allows()).as("the trial goes on").isFalse();

        trial.failed();
        early.failed();
        pass(10);
        assertThat(circuit.allows()).isTrue();
    }

    private List<Circuit.Try> underWay(int count) {
        return Stream.generate(circuit::begins).limit(count).toList();
    }

    private void open() {
        fails();
        fails();
        fails();
    }

    private void fails() {
        circuit.begins().failed();
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
