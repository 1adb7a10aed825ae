package fr.isere.iris.models;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the page which models there are, and whether they can answer. */
@RestController
class ModelController {

    private final CatalogueModels models;

    ModelController(CatalogueModels models) {
        this.models = models;
    }

    /** All that can be chosen, the active one first. */
    @GetMapping("/api/models")
    Models models() {
        return new Models(
                models.active().description().id(),
                models.onEngines().stream().map(Model::of).toList());
    }

    record Models(String active, List<Model> models) {}

    record Model(
            String id,
            String displayName,
            List<String> languages,
            String licence,
            int contextWindow,
            ModelState state,
            @Nullable String notice,
            @Nullable String hint) {

        static Model of(EngineModel model) {
            ModelDescription description = model.description();
            return new Model(
                    description.id(),
                    description.displayName(),
                    description.languages(),
                    description.licence(),
                    description.contextWindow(),
                    model.state(),
                    description.notice(),
                    model.hint());
        }
    }
}
