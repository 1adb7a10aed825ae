package fr.isere.iris.models;

import fr.isere.iris.models.Answering.Patience;
import fr.isere.iris.problems.StartRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The models of the catalogue whose engines this installation has. */
class CatalogueModels implements LanguageModels {

    private final List<EngineModel> models;
    private final Deployed deployed;

    private CatalogueModels(List<EngineModel> models, Deployed deployed) {
        this.models = models;
        this.deployed = deployed;
    }

    /**
     * Puts each model on its engine, and watches them from now on.
     *
     * @throws StartRefused if the active model is not named, is not in the catalogue, or its engine is nowhere
     */
    static CatalogueModels open(
            Catalogue catalogue, List<EngineKind> kinds, ModelSettings settings, EngineRoom room, Deployed deployed) {
        Map<String, EngineKind> byName =
                kinds.stream().collect(Collectors.toMap(EngineKind::name, Function.identity()));
        ModelDescription active = active(catalogue, byName, settings);
        List<ModelDescription> offered = new ArrayList<>(List.of(active));
        catalogue.models().stream()
                .filter(model -> !model.id().equals(active.id()) && isConfigured(byName.get(model.engine())))
                .forEach(offered::add);
        Map<String, Admission> doors = new HashMap<>();
        Patience patience = new Patience(settings.firstToken(), settings.nextToken());
        List<EngineModel> models = new ArrayList<>();
        for (ModelDescription model : offered) {
            EngineKind kind = byName.get(model.engine());
            if (kind != null) {
                Admission door =
                        doors.computeIfAbsent(kind.name(), name -> new Admission(settings.slots(), settings.queue()));
                models.add(new EngineModel(model, kind.engine(model), door, patience, room));
            }
        }
        long pause = settings.probe().toNanos();
        var unused = room.timer()
                .scheduleWithFixedDelay(() -> models.forEach(EngineModel::look), 0, pause, TimeUnit.NANOSECONDS);
        return new CatalogueModels(List.copyOf(models), deployed);
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

    private static boolean isConfigured(@Nullable EngineKind kind) {
        return kind != null && kind.isConfigured();
    }

    @Override
    public EngineModel active() {
        String chosen = deployed.now().active();
        return chosen == null ? models.get(0) : onEngine(chosen).orElse(models.get(0));
    }

    @Override
    public EngineModel answering(String conversationId, Instant begun) {
        Deployed.Canary canary = deployed.now().canary();
        return canary != null && canary.takes(conversationId, begun)
                ? onEngine(canary.model()).orElseGet(this::active)
                : active();
    }

    private Optional<EngineModel> onEngine(String id) {
        return models.stream()
                .filter(model -> model.description().id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<LanguageModel> find(String id) {
        return onEngine(id).map(Function.identity());
    }

    @Override
    public List<LanguageModel> all() {
        List<LanguageModel> all = new ArrayList<>(List.of(active()));
        models.stream().filter(model -> !all.contains(model)).forEach(all::add);
        return List.copyOf(all);
    }

    /** As {@link #all}, with what only this capability asks of them. */
    List<EngineModel> onEngines() {
        return models;
    }
}
