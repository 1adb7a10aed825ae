package fr.isere.iris.operations;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fr.isere.iris.models.Backends;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * How the engines' servers are, as metrics: whether each serves, its slots and how many are taken over all instances, and how many requests
 * wait. Whoever scrapes does not make the store work more than once in a few seconds.
 */
@Component
class BackendMetrics implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Backends backends;
    private final LoadingCache<String, Seen> seen;

    BackendMetrics(Backends backends) {
        this.backends = backends;
        seen = Caffeine.newBuilder().expireAfterWrite(FRESH).build(all -> new Seen(backends.all(), backends.waiting()));
    }

    private record Seen(List<Backends.State> states, int waiting) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("iris.queue.waiting", () -> now().waiting())
                .description("requests that wait for a slot, over all instances")
                .register(registry);
        for (Backends.State state : backends.all()) {
            gauge(registry, state, "iris.backend.up", "1 if it answers, also while it is drained", BackendMetrics::up);
            gauge(
                    registry,
                    state,
                    "iris.backend.drained",
                    "1 if ops keep new answers away from it",
                    now -> now.state().equals("draining") ? 1 : 0);
            gauge(registry, state, "iris.backend.slots", "answers that it gives at once", Backends.State::slots);
            gauge(
                    registry,
                    state,
                    "iris.backend.slots.taken",
                    "leases of its slots, over all instances",
                    Backends.State::taken);
        }
    }

    private static double up(Backends.State now) {
        return now.state().equals("up") || now.state().equals("draining") ? 1 : 0;
    }

    private void gauge(
            MeterRegistry registry,
            Backends.State of,
            String name,
            String description,
            ToDoubleFunction<Backends.State> value) {
        Gauge.builder(
                        name,
                        () -> now().states().stream()
                                .filter(state -> state.name().equals(of.name())
                                        && state.kind().equals(of.kind()))
                                .findFirst()
                                .map(value::applyAsDouble)
                                .orElse(Double.NaN))
                .description(description)
                .tags("backend", of.name(), "kind", of.kind())
                .register(registry);
    }

    private Seen now() {
        return seen.get("all");
    }
}
