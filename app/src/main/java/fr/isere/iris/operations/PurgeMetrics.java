package fr.isere.iris.operations;

import fr.isere.iris.retention.PurgeProof;
import fr.isere.iris.retention.PurgeProofs;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The purge proof as metrics. They come from the last proof that this instance has seen, in memory: a scrape asks Redis nothing. Not
 * a number before the first proof, or of what there is none.
 */
@Component
class PurgeMetrics implements MeterBinder {

    private final PurgeProofs proofs;
    private final Clock clock;

    /** @param clock the machine's, as that of whoever scrapes */
    PurgeMetrics(PurgeProofs proofs, Clock clock) {
        this.proofs = proofs;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        kinds(registry);
        ofProof(registry, "iris.retention.keys.without.end", "keys of IRIS that never end", PurgeProof::withoutEnd);
        ofProof(registry, "iris.retention.keys.foreign", "keys that are not IRIS's", PurgeProof::foreign);
        ofProof(registry, "iris.retention.oldest", "age of the oldest conversation", it -> age(it.oldest()), "seconds");
        ofProof(registry, "iris.retention.check.age", "age of the last purge proof", it -> age(it.at()), "seconds");
        Gauge.builder("iris.retention.longest", () -> seconds(proofs.longest()))
                .description("the longest that a conversation may live, whoever it is of")
                .baseUnit("seconds")
                .register(registry);
        ofRing(registry, "iris.ring.keys.alive", "keys of hours to come", PurgeProof.Ring::alive);
        ofRing(registry, "iris.ring.keys.destroyed", "keys destroyed in the last 400 days", PurgeProof.Ring::destroyed);
        Gauge.builder("iris.ring.destruction.late", () -> age(proofs.ring().nextDestruction()))
                .description("for how long a key should have been destroyed; negative before its hour")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("iris.clock.sure", () -> proofs.time().sure() ? 1 : 0)
                .description("whether keys may be destroyed by the clocks")
                .register(registry);
    }

    /** A series for each kind that the proof found. */
    private void kinds(MeterRegistry registry) {
        MultiGauge kinds = MultiGauge.builder("iris.retention.keys")
                .description("keys in Redis, by kind")
                .register(registry);
        proofs.whenSeen(proof -> kinds.register(
                proof.keys().entrySet().stream()
                        .map(kind -> MultiGauge.Row.of(Tags.of("kind", kind.getKey()), kind.getValue()))
                        .toList(),
                true));
    }

    private void ofProof(MeterRegistry registry, String name, String description, ToDoubleFunction<PurgeProof> value) {
        ofProof(registry, name, description, value, null);
    }

    private void ofProof(
            MeterRegistry registry,
            String name,
            String description,
            ToDoubleFunction<PurgeProof> value,
            @Nullable String unit) {
        Gauge.builder(name, () -> proofs.lastSeen().map(value::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .baseUnit(unit)
                .register(registry);
    }

    private void ofRing(
            MeterRegistry registry, String name, String description, ToDoubleFunction<PurgeProof.Ring> value) {
        Gauge.builder(name, () -> value.applyAsDouble(proofs.ring()))
                .description(description)
                .register(registry);
    }

    private double age(@Nullable Instant instant) {
        return instant == null ? Double.NaN : seconds(Duration.between(instant, clock.instant()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
