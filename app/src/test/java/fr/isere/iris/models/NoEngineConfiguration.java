package fr.isere.iris.models;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;

/** The engine of a demonstration that has none. No stereotype: only who names this class gets it. */
public final class NoEngineConfiguration {

    private static final String HINT =
            "Aucun moteur n’est lancé : démarrez Ollama avec un modèle du catalogue, ou relancez"
                    + " « ops/run --engine embedded » pour le petit modèle de démonstration. Tout le reste fonctionne.";

    /** The kind {@code none}. */
    @Bean
    EngineKind noEngine() {
        return new EngineKind() {
            @Override
            public String name() {
                return "none";
            }

            @Override
            public boolean isConfigured() {
                return true;
            }

            @Override
            public String requiredSetting() {
                return "";
            }

            @Override
            public List<EngineServer> servers() {
                return List.of(new Nowhere());
            }
        };
    }

    private static final class Nowhere implements EngineServer {

        @Override
        public String name() {
            return "none";
        }

        @Override
        public Health look() {
            return Health.down();
        }

        @Override
        public Engine engine(ModelDescription model) {
            return new Nothing();
        }
    }

    private static final class Nothing implements Engine {

        @Override
        public String name() {
            return "";
        }

        @Override
        public boolean isLoading() {
            return false;
        }

        @Override
        public @Nullable String hint(ModelState state) {
            return HINT;
        }

        @Override
        public Call start(ModelRequest request, int promptTokens, CallListener listener) {
            listener.failed(EngineFailure.UNREACHABLE);
            return new Call() {
                @Override
                public void cancel() {
                    // Nothing runs.
                }

                @Override
                public CompletableFuture<Void> released() {
                    return CompletableFuture.completedFuture(null);
                }
            };
        }
    }
}
