package fr.isere.iris.models;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import fr.isere.iris.models.ConfigFiles.ConfigFile;
import fr.isere.iris.problems.StartRefused;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The embeddings that ops chose, on their engine. */
class CatalogueEmbeddings implements Embeddings {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueEmbeddings.class);
    private static final int AT_ONCE = 32;

    /** Somebody waits for her answer: without vectors it is found by words. */
    private static final Duration PATIENCE_OF_A_QUESTION = Duration.ofSeconds(20);

    private final EmbeddingDescription description;
    private final List<Server> servers;
    private final Supplier<Set<String>> worthAsking;
    private final TokenEstimate estimate;

    private CatalogueEmbeddings(
            EmbeddingDescription description, List<Server> servers, Supplier<Set<String>> worthAsking) {
        this.description = description;
        this.servers = List.copyOf(servers);
        this.worthAsking = worthAsking;
        estimate = new TokenEstimate(description.charactersPerToken());
    }

    /** One of the engine's servers, with the patience for each kind of text. */
    private record Server(String name, EmbeddingModel passages, EmbeddingModel questions) {}

    /**
     * The one that {@code iris.models.embedding} names.
     *
     * @param worthAsking of a kind of engine, the names of the servers that may be asked now
     * @throws StartRefused if it is not in {@code embeddings/}, a file there is wrong, or its engine is nowhere
     */
    static Embeddings open(ConfigFiles files, ModelSettings settings, Function<String, Set<String>> worthAsking) {
        Map<String, EmbeddingDescription> known = read(files);
        String id = settings.embedding();
        EmbeddingDescription description = id == null ? null : known.get(id);
        if (description == null) {
            throw new StartRefused("iris.models.embedding (IRIS_MODELS_EMBEDDING) is '" + id
                    + "', which is not among the embeddings; there are " + String.join(", ", known.keySet()));
        }
        List<Server> servers = urls(description, settings).stream()
                .map(url -> new Server(
                        EngineHttp.name(url),
                        model(description, settings, url, settings.firstToken()),
                        model(description, settings, url, PATIENCE_OF_A_QUESTION)))
                .toList();
        return new CatalogueEmbeddings(description, servers, () -> worthAsking.apply(description.engine()));
    }

    private static Map<String, EmbeddingDescription> read(ConfigFiles files) {
        CheckedFile.Reader reader = new CheckedFile.Reader("embedding.schema.json");
        List<String> problems = new ArrayList<>();
        Map<String, EmbeddingDescription> known = new LinkedHashMap<>();
        for (ConfigFile file : files.list("embeddings", ".yaml")) {
            CheckedFile checked = reader.read(file);
            problems.addAll(checked.problems());
            if (checked.problems().isEmpty()) {
                EmbeddingDescription read = new JsonMapper().treeToValue(checked.tree(), EmbeddingDescription.class);
                if (known.putIfAbsent(read.id(), read) != null) {
                    problems.add(checked.at("/id") + "another file has the id '" + read.id() + "' already");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new StartRefused("the embeddings are wrong:\n" + String.join("\n", problems));
        }
        return known;
    }

    private static List<URI> urls(EmbeddingDescription description, ModelSettings settings) {
        return description.engine().equals("openai")
                ? required(settings.openai().url(), "iris.models.openai.url (IRIS_MODELS_OPENAI_URL)")
                : required(settings.ollama().url(), "iris.models.ollama.url (IRIS_MODELS_OLLAMA_URL)");
    }

    private static EmbeddingModel model(
            EmbeddingDescription description, ModelSettings settings, URI url, Duration patience) {
        HttpClientBuilder http = new JdkHttpClientBuilder()
                .httpClientBuilder(HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER))
                .connectTimeout(settings.connect())
                .readTimeout(patience);
        if (description.engine().equals("openai")) {
            return OpenAiEmbeddingModel.builder()
                    .httpClientBuilder(http)
                    .baseUrl(url.toString())
                    .apiKey(settings.openai().apiKey())
                    .modelName(description.engineModel())
                    .maxRetries(0)
                    .build();
        }
        return OllamaEmbeddingModel.builder()
                .httpClientBuilder(http)
                .baseUrl(url.toString())
                .modelName(description.engineModel())
                .maxRetries(0)
                .build();
    }

    private static List<URI> required(List<URI> urls, String setting) {
        if (urls.isEmpty()) {
            throw new StartRefused(setting + " is missing: where the engine of iris.models.embedding is");
        }
        return urls;
    }

    @Override
    public String id() {
        return description.id();
    }

    @Override
    public int contextWindow() {
        return description.contextWindow();
    }

    @Override
    public int tokens(String text) {
        return estimate.of(text);
    }

    @Override
    public Optional<List<float[]>> ofPassages(List<String> passages) {
        List<float[]> vectors = new ArrayList<>();
        for (int from = 0; from < passages.size(); from += AT_ONCE) {
            List<String> some = passages.subList(from, Math.min(passages.size(), from + AT_ONCE));
            Optional<List<float[]>> found = embedded(Server::passages, description.passagePrefix(), some);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            vectors.addAll(found.get());
        }
        return Optional.of(vectors);
    }

    @Override
    public Optional<float[]> ofQuestion(String question) {
        return embedded(Server::questions, description.questionPrefix(), List.of(question))
                .map(vectors -> vectors.get(0));
    }

    /** By the first server that gives them, of those that may be asked. */
    private Optional<List<float[]>> embedded(
            Function<Server, EmbeddingModel> model, @Nullable String prefix, List<String> texts) {
        Set<String> asked = worthAsking.get();
        return servers.stream()
                .filter(server -> asked.contains(server.name()))
                .map(server -> embedded(model.apply(server), prefix, texts))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<List<float[]>> embedded(EmbeddingModel model, @Nullable String prefix, List<String> texts) {
        try {
            List<float[]> vectors = model
                    .embedAll(texts.stream()
                            .map(text -> TextSegment.from(prefix == null ? text : prefix + text))
                            .toList())
                    .content()
                    .stream()
                    .map(embedding -> {
                        embedding.normalize();
                        return embedding.vector();
                    })
                    .toList();
            return vectors.size() == texts.size() ? Optional.of(vectors) : Optional.empty();
        } catch (RuntimeException e) {
            // Never with its message: it may quote the text.
            LOG.warn("The engine gives no embeddings: {}", e.getClass().getName());
            return Optional.empty();
        }
    }
}
