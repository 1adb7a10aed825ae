package fr.isere.iris.operations;

import fr.isere.iris.models.AnswerMeasured;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What engines did, as metrics: how long an answer waited, when its first token came, how fast the others did, how it ended. Labels
 * are the model, the backend, the urgency and the outcome, all of them few; never a person, never a conversation. Times are seconds.
 */
@Component
class AnswerMetrics {

    /** Bounds of the histograms: what somebody notices, what somebody suffers, what is given up. */
    private static final Duration[] WAITS = seconds(0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 900);

    private static final Duration[] LENGTHS = seconds(1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800);
    private static final double[] SPEEDS = {1, 2, 4, 6, 8, 10, 15, 20, 30, 40, 60, 80, 120, 200};

    private final MeterRegistry registry;

    AnswerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @EventListener
    void measured(AnswerMeasured answer) {
        Tags tags = Tags.of(
                "model",
                answer.model(),
                "backend",
                answer.backend().isEmpty() ? "none" : answer.backend(),
                "urgency",
                answer.sender().urgency().name().toLowerCase(Locale.ROOT));
        Counter.builder("iris.answers")
                .description("answers of engines that have ended, by how they did")
                .tags(tags.and("outcome", answer.outcome().name().toLowerCase(Locale.ROOT)))
                .register(registry)
                .increment();
        timer("iris.answer.queue", "from the request to a slot of an engine", tags, WAITS)
                .record(answer.queued());
        timer("iris.answer.duration", "from a slot of an engine to the end, by which an engine is busy", tags, LENGTHS)
                .record(answer.took());
        tokens("prompt", answer.usage().promptTokens(), tags);
        tokens("answer", answer.usage().answerTokens(), tags);
        if (answer.firstToken() != null) {
            timer("iris.answer.first.token", "from a slot of an engine to the first token", tags, WAITS)
                    .record(answer.firstToken());
            speed(answer, answer.firstToken(), tags);
        }
    }

    /** Tokens after the first, by the time that they took; of an answer of two tokens or more. */
    private void speed(AnswerMeasured answer, Duration firstToken, Tags tags) {
        double writing = (answer.took().toNanos() - firstToken.toNanos()) / 1e9;
        int written = answer.usage().answerTokens() - 1;
        if (written > 0 && writing > 0) {
            DistributionSummary.builder("iris.answer.speed")
                    .description("tokens a second of an answer, from its first token on")
                    .tags(tags)
                    .serviceLevelObjectives(SPEEDS)
                    .register(registry)
                    .record(written / writing);
        }
    }

    private void tokens(String kind, int count, Tags tags) {
        Counter.builder("iris.answer.tokens")
                .description(
                        "tokens that engines read (prompt) and wrote (answer), as they count them; at least, of what was broken off")
                .tags(tags.and("kind", kind))
                .register(registry)
                .increment(count);
    }

    private Timer timer(String name, String description, Tags tags, Duration[] bounds) {
        return Timer.builder(name)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(bounds)
                .register(registry);
    }

    private static Duration[] seconds(double... bounds) {
        Duration[] all = new Duration[bounds.length];
        for (int i = 0; i < bounds.length; i++) {
            all[i] = Duration.ofMillis(Math.round(bounds[i] * 1000));
        }
        return all;
    }
}
