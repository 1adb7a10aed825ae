package fr.isere.iris.chat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many answers this instance has in the making, as a metric: those that wait for an engine among them. */
@Component
class AnswerGauges implements MeterBinder {

    private final Answers answers;

    AnswerGauges(Answers answers) {
        this.answers = answers;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("iris.answers.active", answers, Answers::underWay)
                .description("answers in the making on this instance")
                .register(registry);
    }
}
