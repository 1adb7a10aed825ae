package fr.isere.iris.releases;

import fr.isere.iris.models.DescribedModels;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.models.ModelStore;
import fr.isere.iris.models.StoreFailed;
import fr.isere.iris.models.StoreFailed.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;

/** Two backends that hold names and digests, and fail when a test says so. */
final class MemoryStore implements ModelStore {

    static final List<String> BACKENDS = List.of("un:1", "deux:2");
    static final long SMALL = 1000;

    final Map<String, String> held = new ConcurrentHashMap<>();
    final List<String> warmed = new CopyOnWriteArrayList<>();
    final List<String> pulled = new CopyOnWriteArrayList<>();
    volatile @Nullable Reason failing;

    /** What the registry gives now, whatever it is asked for; null for what it always gave. */
    volatile @Nullable String moved;

    /** The only backend that makes something else of what it is sent; null for none. */
    volatile @Nullable String other;

    /** The only backend that fails; null for all. */
    volatile @Nullable String failingAt;

    /** Hears which backend is asked what it has, before it answers. */
    volatile Consumer<String> asked = backend -> {};

    /** Runs while a backend loads a model. */
    volatile Runnable warming = () -> {};

    volatile @Nullable CountDownLatch holding;

    /** Of a model that is pulled, in bytes. */
    volatile long size = SMALL;

    /** Nothing fails, waits or is changed any more; what is held stays. */
    void isWell() {
        failing = null;
        failingAt = null;
        holding = null;
        moved = null;
        other = null;
        asked = backend -> {};
        warming = () -> {};
        size = SMALL;
    }

    /** Makes these the engines of an IRIS, and has every model that they hold say this to whatever it is asked. */
    void serve(GenericApplicationContext context, UnaryOperator<String> says) {
        DescribedModels described = description -> Optional.of(new Obedient(description, says));
        context.registerBean("storeOfTest", ModelStore.class, () -> this, bean -> bean.setPrimary(true));
        context.registerBean("describedByTest", DescribedModels.class, () -> described, bean -> bean.setPrimary(true));
    }

    @Override
    public List<String> backends() {
        return BACKENDS;
    }

    @Override
    public Optional<Stored> find(String backend, String name) {
        asked.accept(backend);
        return Optional.ofNullable(held.get(backend + ' ' + name)).map(digest -> new Stored(name, digest, SMALL));
    }

    @Override
    public void pull(String backend, String name, Transfer transfer) {
        transfer.moved(Transfer.Phase.PULLING, 400, size);
        CountDownLatch latch = holding;
        try {
            while (latch != null && !latch.await(20, TimeUnit.MILLISECONDS)) {
                if (!transfer.isWanted()) {
                    throw new StoreFailed(backend, Reason.UNWANTED);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreFailed(backend, Reason.UNWANTED);
        }
        fail(backend);
        pulled.add(backend);
        String other = moved;
        held.put(backend + ' ' + name, other == null ? "digest-of-" + name.hashCode() : other);
    }

    private void fail(String backend) {
        Reason reason = failing;
        String only = failingAt;
        if (reason != null && (only == null || only.equals(backend))) {
            throw new StoreFailed(backend, reason);
        }
    }

    @Override
    public void send(String backend, Blob blob, Transfer transfer) {
        transfer.moved(Transfer.Phase.SENDING, blob.bytes(), blob.bytes());
    }

    @Override
    public void create(String backend, String name, Recipe recipe, Transfer transfer) {
        fail(backend);
        held.put(
                backend + ' ' + name,
                backend.equals(other) ? "of another version" : recipe.weights().get(0));
    }

    @Override
    public void copy(String backend, String from, String to) {
        held.put(backend + ' ' + to, find(backend, from).orElseThrow().digest());
    }

    @Override
    public void delete(String backend, String name) {
        held.remove(backend + ' ' + name);
    }

    @Override
    public void warm(String backend, ModelDescription model) {
        warming.run();
        fail(backend);
        warmed.add(backend + ' ' + model.engineModel());
    }

    @Override
    public void unload(String backend, String name) {
        // Nothing is loaded.
    }
}
