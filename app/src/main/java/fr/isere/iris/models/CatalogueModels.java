package fr.isere.iris.models;

import fr.isere.iris.models.Answering.Patience;
import fr.isere.iris.problems.StartRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The models of the catalogue whose engines this installation has, and those that releases describe: a release may differ from the entry of
 * the catalogue that it came from.
 */
class CatalogueModels implements LanguageModels, DescribedModels {

    /** Those that were deployed lately are kept, so that what is known of their state is. */
    private static final int LATELY = 8;

    private final List<EngineModel> models;
    private final Function<ModelDescription, Optional<EngineModel>> seats;
    private final Deployed deployed;
    private final Map<ModelDescription, EngineModel> released = new ConcurrentHashMap<>();

    private CatalogueModels(
            List<EngineModel> models, Function<ModelDescription, Optional<EngineModel>> seats, Deployed deployed) {
        this.models = models;
        this.seats = seats;
        this.deployed = deployed;
    }

    /**
     * Puts each model on its engine, and watches them from now on.
     *
     * @throws StartRefused if the active model is not named, is not in the catalogue, or its engine is nowhere
     */
    static CatalogueModels open(
            Catalogue catalogue,
            List<EngineKind> kinds,
            ModelSettings settings,
            Pools pools,
            EngineRoom room,
            Deployed deployed) {
        Map<String, EngineKind> byName =
                kinds.stream().collect(Collectors.toMap(EngineKind::name, Function.identity()));
        ModelDescription active = active(catalogue, byName, settings);
        Function<ModelDescription, Optional<EngineModel>> seats = seats(pools, settings, room);
        List<EngineModel> offered = new ArrayList<>();
        seats.apply(active).ifPresent(offered::add);
        catalogue.models().stream()
                .filter(model -> !model.id().equals(active.id()))
                .forEach(model -> seats.apply(model).ifPresent(offered::add));
        CatalogueModels models = new CatalogueModels(List.copyOf(offered), seats, deployed);
        long pause = settings.probe().toNanos();
        var unused = room.timer().scheduleWithFixedDelay(models::look, 0, pause, TimeUnit.NANOSECONDS);
        return models;
    }

    /** Puts a model on its engine, if this installation has that. */
    private static Function<ModelDescription, Optional<EngineModel>> seats(
            Pools pools, ModelSettings settings, EngineRoom room) {
        Patience patience = new Patience(settings.firstToken(), settings.nextToken());
        return model ->
                Optional.ofNullable(pools.of(model.engine())).map(pool -> new EngineModel(model, pool, patience, room));
    }

    /** The one that {@code iris.models.active} names. */
    ModelDescription bySetting() {
        return models.get(0).description();
    }

    private void look() {
        models.forEach(EngineModel::look);
        released.values().forEach(EngineModel::look);
    }

    private static ModelDescription active(Catalogue catalogue, Map<String, EngineKind> kinds, ModelSettings settings) {
        String id = settings.active();
        if (id == null || id.isBlank()) {
            throw new StartRefused("iris.models.active (IRIS_MODELS_ACTIVE) is missing: the model that answers, one of "
                    + catalogue.ids());
        }
        ModelDescription active = catalogue
                .find(id)
                .orElseThrow(() -> new StartRefused("iris.models.active (IRIS_MODELS_ACTIVE) is '" + id
                        + "', which is not in the catalogue; it has " + catalogue.ids()));
        EngineKind kind = kinds.get(active.engine());
        if (kind == null) {
            throw new StartRefused("iris.models.active (IRIS_MODELS_ACTIVE) is '" + id + "', whose engine '"
                    + active.engine() + "' exists in demonstrations only");
        }
        if (!kind.isConfigured()) {
            throw new StartRefused(kind.requiredSetting() + " is missing: where the engine of '" + id + "' is");
        }
        return active;
    }

    @Override
    public EngineModel active() {
        ModelDescription chosen = deployed.now().active();
        return chosen == null ? models.get(0) : released(chosen).orElse(models.get(0));
    }

    @Override
    public EngineModel answering(String conversationId, Instant begun) {
        Deployed.Canary canary = deployed.now().canary();
        return canary != null && canary.takes(conversationId, begun)
                ? released(canary.model()).orElseGet(this::active)
                : active();
    }

    /** On its engine, and watched from now on. */
    private Optional<EngineModel> released(ModelDescription model) {
        EngineModel known = released.get(model);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<EngineModel> seated = models.stream()
                .filter(listed -> listed.description().equals(model))
                .findFirst()
                .or(() -> seats.apply(model));
        seated.ifPresent(found -> {
            if (released.size() >= LATELY) {
                released.clear(); // answers under way keep theirs
            }
            released.put(model, found);
            found.look();
        });
        return seated;
    }

    @Override
    public Optional<LanguageModel> as(ModelDescription description) {
        return seats.apply(description).map(Function.identity());
    }

    @Override
    public Optional<LanguageModel> find(String id) {
        return onEngines().stream()
                .filter(model -> model.description().id().equals(id))
                .findFirst()
                .map(Function.identity());
    }

    @Override
    public List<LanguageModel> all() {
        return List.copyOf(onEngines());
    }

    /** As {@link #all}, with what only this capability asks of them. */
    List<EngineModel> onEngines() {
        EngineModel active = active();
        List<EngineModel> all = new ArrayList<>(List.of(active));
        models.stream()
                .filter(model ->
                        !model.description().id().equals(active.description().id()))
                .forEach(all::add);
        return List.copyOf(all);
    }
}
