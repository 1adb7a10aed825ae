package fr.isere.iris.releases;

import fr.isere.iris.models.Completion;
import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.models.FinishReason;
import fr.isere.iris.models.Generation;
import fr.isere.iris.models.GenerationListener;
import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.models.ModelRequest;
import fr.isere.iris.models.ModelState;
import fr.isere.iris.models.Usage;
import java.util.function.UnaryOperator;

/**
 * A model that says at once what a function makes of the request, in small pieces; nothing at all where that gives an empty text.
 *
 * @param cancelled called when somebody does not want it any more
 */
record Obedient(ModelDescription description, UnaryOperator<String> says, Runnable cancelled) implements LanguageModel {

    private static final int PIECE = 7;

    Obedient(ModelDescription description, UnaryOperator<String> says) {
        this(description, says, () -> {});
    }

    @Override
    public ModelState state() {
        return ModelState.READY;
    }

    @Override
    public int tokens(String text) {
        return text.length();
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public Generation answer(ModelRequest request, GenerationListener listener) {
        String text = says.apply(request.turns().get(request.turns().size() - 1).text());
        if (text.isEmpty()) {
            listener.failed(EngineFailure.MISBEHAVING);
        } else {
            for (int said = 0; said < text.length(); said += PIECE) {
                listener.token(text.substring(said, Math.min(said + PIECE, text.length())));
            }
            listener.done(new Completion(FinishReason.COMPLETE, new Usage(10, 10)));
        }
        return cancelled::run;
    }
}
