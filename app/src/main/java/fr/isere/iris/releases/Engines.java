package fr.isere.iris.releases;

import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.models.ModelStore;
import fr.isere.iris.models.ModelStore.Stored;
import fr.isere.iris.models.StoreFailed;
import fr.isere.iris.problems.ProblemException;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * What the engines hold of a release, all backends together. A backend that does not answer counts for nothing, since the others serve;
 * but while it may hold, under the same tag, what answers, nothing is pulled over that.
 */
@Component
class Engines {

    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);
    /** The only engine that can be given a model, and that tells what it holds. */
    static final String OLLAMA = "ollama";

    /** With what is asked before, shorter than proxies wait for an answer. */
    private static final long PATIENCE_S = 40;

    /** For all backends together: a list of names takes milliseconds. */
    private static final long ASKING_S = 5;

    private final ModelStore models;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(new CustomizableThreadFactory("releases-engines-"));

    Engines(ModelStore models) {
        this.models = models;
    }

    /**
     * What the backends that answered in time said of a model.
     *
     * @param holding what each has under its name
     * @param lacking those that have nothing under it
     */
    record Found(Map<String, Stored> holding, Set<String> lacking) {}

    /** By backend, of those that answer in time and have it. */
    Map<String, Stored> holding(ModelDescription model) {
        return find(model).holding();
    }

    /** All are asked at once: one that hangs must not hold up what the others tell. */
    Found find(ModelDescription model) {
        Map<String, CompletableFuture<Optional<Stored>>> asked = new TreeMap<>();
        for (String backend : backends(model)) {
            asked.put(backend, CompletableFuture.supplyAsync(() -> models.find(backend, model.engineModel()), threads));
        }
        CompletableFuture.allOf(asked.values().toArray(CompletableFuture<?>[]::new))
                .handle((all, oneIsAway) -> true)
                .completeOnTimeout(true, ASKING_S, TimeUnit.SECONDS)
                .join();
        Map<String, Stored> holding = new TreeMap<>();
        Set<String> lacking = new TreeSet<>();
        asked.forEach((backend, answer) -> {
            if (answer.isDone() && !answer.isCompletedExceptionally()) {
                answer.join().ifPresentOrElse(stored -> holding.put(backend, stored), () -> lacking.add(backend));
            }
        });
        return new Found(holding, lacking);
    }

    /**
     * Those that have under the release's name what was imported or evaluated; whatever they have, if nobody ever looked what that is.
     *
     * @throws StoreFailed of one that does not say: what it has would be lost when it is given something else under that name
     */
    Set<String> havingWhatIsPinned(Release release) {
        Found found = find(release.model());
        Set<String> having = new TreeSet<>();
        found.holding().forEach((backend, stored) -> {
            if (release.binding().isOf(stored.digest())) {
                having.add(backend);
            }
        });
        for (String backend : backends(release.model())) {
            boolean says =
                    found.holding().containsKey(backend) || found.lacking().contains(backend);
            if (!says) {
                throw new StoreFailed(backend, StoreFailed.Reason.UNREACHABLE);
            }
        }
        return having;
    }

    private List<String> backends(ModelDescription model) {
        return model.engine().equals(OLLAMA) ? models.backends() : List.of();
    }

    /** The digest that the engines tell, those of several joined; null if none tells one. */
    @Nullable
    String digest(ModelDescription model) {
        TreeSet<String> digests = new TreeSet<>();
        holding(model).values().forEach(stored -> digests.add(stored.digest()));
        return digests.isEmpty() ? null : String.join("+", digests);
    }

    /** On one disk; null if no engine tells. */
    @Nullable
    Long size(ModelDescription model) {
        return holding(model).values().stream()
                .map(Stored::sizeBytes)
                .max(Long::compareTo)
                .orElse(null);
    }

    /**
     * Has every backend that holds it load it, and waits.
     *
     * @throws ProblemException {@code release-warming} (503) if that takes long: it goes on, ask again; {@code release-nowhere} (409) if no
     *     backend has it; or why a backend could not
     */
    void warm(ModelDescription model) {
        if (!model.engine().equals(OLLAMA)) {
            return;
        }
        List<CompletableFuture<Void>> loads = new ArrayList<>();
        holding(model).keySet().forEach(backend -> loads.add(load(backend, model)));
        if (loads.isEmpty()) {
            throw new ProblemException("release-nowhere", HttpStatus.CONFLICT);
        }
        try {
            CompletableFuture.allOf(loads.toArray(CompletableFuture<?>[]::new)).get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (TimeoutException later) {
            throw new ProblemException("release-warming", HttpStatus.SERVICE_UNAVAILABLE);
        } catch (ExecutionException failed) {
            throw problem(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException("release-warming", HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private static ProblemException problem(@Nullable Throwable failure) {
        if (failure instanceof StoreFailed failed) {
            Workshop.Failed why = Importing.translated(failed);
            return new ProblemException(
                    why.code(), HttpStatus.CONFLICT, why.arguments().toArray());
        }
        return new ProblemException("release-nowhere", HttpStatus.CONFLICT);
    }

    private CompletableFuture<Void> load(String backend, ModelDescription model) {
        return CompletableFuture.runAsync(() -> models.warm(backend, model), threads);
    }

    /** As {@link #warm}, without anybody who waits for it. */
    void warmBehind(ModelDescription model) {
        var unused = CompletableFuture.runAsync(
                        () -> holding(model)
                                .keySet()
                                .forEach(backend -> load(backend, model).exceptionally(Engines::log)),
                        threads)
                .exceptionally(Engines::log);
    }

    /**
     * Has every backend forget what stands under the release's own names, without anybody who waits for it: an import that failed or was
     * broken off may have left them too.
     */
    void forgetOwn(Release release) {
        for (String name : List.of(Importing.ownName(release), Importing.passingName(release))) {
            for (String backend : backends(release.model())) {
                var unused = CompletableFuture.runAsync(() -> models.delete(backend, name), threads)
                        .exceptionally(Engines::log);
            }
        }
    }

    private static @Nullable Void log(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        LOG.warn("An engine did not do what a release wants: {}", String.valueOf(cause));
        return null;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
