package fr.isere.iris.releases;

import fr.isere.iris.models.ModelDescription;

/** Descriptions like others, but for one thing. */
final class Models {

    /** The same prompt gives the same answer, as far as the engine can. */
    private static final ModelDescription.Sampling SURE = new ModelDescription.Sampling(0, 1, 7);

    private Models() {}

    /** The same model under another name of the engine. */
    static ModelDescription renamed(ModelDescription model, String engineModel) {
        return copy(model, model.displayName(), engineModel, model.sampling());
    }

    /** The same model under another name for the screen. */
    static ModelDescription called(ModelDescription model, String displayName) {
        return copy(model, displayName, model.engineModel(), model.sampling());
    }

    /** The same model as it is evaluated: with a seed, and always the likeliest token. */
    static ModelDescription sure(ModelDescription model) {
        return copy(model, model.displayName(), model.engineModel(), SURE);
    }

    private static ModelDescription copy(
            ModelDescription model, String displayName, String engineModel, ModelDescription.Sampling sampling) {
        return new ModelDescription(
                model.id(),
                displayName,
                model.engine(),
                engineModel,
                model.parameters(),
                model.quantisation(),
                model.contextWindow(),
                model.maxAnswerTokens(),
                model.charactersPerToken(),
                model.licence(),
                model.languages(),
                sampling,
                model.systemPrompt(),
                model.notice());
    }
}
