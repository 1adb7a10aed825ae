package fr.isere.iris.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Models that llama.cpp runs in this process. */
class EmbeddedEngines implements EngineKind, AutoCloseable {

    private final EngineRoom room;
    private final Path file;
    private final List<EmbeddedEngine> engines = new ArrayList<>();

    EmbeddedEngines(EngineRoom room, Path file) {
        this.room = room;
        this.file = file;
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public boolean isConfigured() {
        return true;
    }

    @Override
    public String requiredSetting() {
        return "iris.demo.gguf";
    }

    @Override
    public List<EngineServer> servers() {
        return List.of(new Here());
    }

    /** This process: it has whatever model is asked of it. */
    private final class Here implements EngineServer {

        @Override
        public String name() {
            return "embedded";
        }

        @Override
        public Health look() {
            List<EmbeddedEngine> all = all();
            all.forEach(EmbeddedEngine::awaitAWhile);
            boolean failed = all.stream().anyMatch(EmbeddedEngine::hasFailed);
            return failed
                    ? Health.down()
                    : Health.up("", all.stream().map(EmbeddedEngine::held).toList());
        }

        private List<EmbeddedEngine> all() {
            synchronized (EmbeddedEngines.this) {
                return List.copyOf(engines);
            }
        }

        @Override
        public Engine engine(ModelDescription model) {
            EmbeddedEngine engine = new EmbeddedEngine(room, file, model);
            synchronized (EmbeddedEngines.this) {
                engines.add(engine);
            }
            return engine;
        }
    }

    @Override
    public synchronized void close() {
        engines.forEach(EmbeddedEngine::close);
    }
}
