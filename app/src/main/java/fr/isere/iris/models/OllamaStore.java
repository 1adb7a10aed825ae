package fr.isere.iris.models;

import fr.isere.iris.models.ModelStore.Transfer.Phase;
import fr.isere.iris.models.StoreFailed.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The models that Ollamas hold. */
class OllamaStore implements ModelStore {

    private static final String SHA256 = "sha256:";

    private final Map<String, OllamaAdministration> backends = new LinkedHashMap<>();
    private final JsonMapper json = new JsonMapper();

    /**
     * @param urls of the Ollamas
     * @param stall how long nothing may move
     * @param warm how long a model may take to load
     */
    OllamaStore(HttpClient http, List<URI> urls, Duration stall, Duration warm) {
        for (URI url : urls) {
            String name = url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
            backends.put(name, new OllamaAdministration(http, name, url, stall, warm));
        }
    }

    @Override
    public List<String> backends() {
        return List.copyOf(backends.keySet());
    }

    @Override
    public Optional<Stored> find(String backend, String name) {
        String listed = plain(name);
        return at(backend)
                .get("api/tags")
                .path("models")
                .valueStream()
                .filter(model -> isNamed(model, listed))
                .map(model -> new Stored(
                        name,
                        model.path("digest").asString("").replace(SHA256, ""),
                        model.path("size").asLong(0)))
                .findFirst();
    }

    private static boolean isNamed(JsonNode model, String name) {
        String full = name.lastIndexOf(':') > name.lastIndexOf('/') ? name : name + ":latest";
        return model.path("name").asString("").equalsIgnoreCase(full);
    }

    @Override
    public void pull(String backend, String name, Transfer transfer) {
        ObjectNode body = json.createObjectNode().put("model", plain(name));
        if (name.startsWith("http://")) {
            body.put("insecure", true); // a mirror inside, which ops named so
        }
        at(backend).follow("api/pull", body, Phase.PULLING, transfer);
    }

    /** A name without the scheme of its registry, as an Ollama lists it. */
    private static String plain(String name) {
        return name.replaceFirst("^https?://", "");
    }

    @Override
    public void send(String backend, Blob blob, Transfer transfer) {
        try {
            if (!Gguf.isSound(blob)) {
                throw new StoreFailed(backend, Reason.CORRUPT);
            }
        } catch (IOException unreadable) {
            throw new StoreFailed(backend, Reason.CORRUPT);
        }
        at(backend).send(blob, transfer);
    }

    @Override
    public void create(String backend, String name, Recipe recipe, Transfer transfer) {
        ObjectNode body = json.createObjectNode().put("model", name);
        body.putPOJO("license", recipe.licences());
        named(body, "files", "model", recipe.weights());
        named(body, "adapters", "adapter", recipe.adapters());
        Settings settings = recipe.settings();
        put(body, "template", settings.template());
        put(body, "system", settings.system());
        put(body, "renderer", settings.renderer());
        put(body, "parser", settings.parser());
        if (settings.parameters() != null) {
            body.set("parameters", json.readTree(settings.parameters()));
        }
        at(backend).follow("api/create", body, Phase.CREATING, transfer);
    }

    /** The engine tells what a file is by its name. */
    private static void named(ObjectNode body, String field, String name, List<String> digests) {
        if (!digests.isEmpty()) {
            ObjectNode files = body.putObject(field);
            for (int i = 0; i < digests.size(); i++) {
                files.put(name + (i == 0 ? "" : i) + ".gguf", SHA256 + digests.get(i));
            }
        }
    }

    private static void put(ObjectNode body, String field, @Nullable String text) {
        if (text != null) {
            body.put(field, text);
        }
    }

    @Override
    public void copy(String backend, String from, String to) {
        at(backend)
                .post(
                        "api/copy",
                        json.createObjectNode().put("source", plain(from)).put("destination", to));
    }

    @Override
    public void delete(String backend, String name) {
        try {
            at(backend).delete("api/delete", json.createObjectNode().put("model", plain(name)));
        } catch (StoreFailed failed) {
            if (failed.reason() != Reason.MISSING) {
                throw failed;
            }
        }
    }

    @Override
    public void warm(String backend, ModelDescription model) {
        ObjectNode body =
                json.createObjectNode().put("model", model.engineModel()).put("stream", false);
        body.putObject("options").put("num_ctx", model.contextWindow());
        at(backend).load("api/generate", body);
    }

    @Override
    public void unload(String backend, String name) {
        at(backend)
                .post(
                        "api/generate",
                        json.createObjectNode()
                                .put("model", name)
                                .put("stream", false)
                                .put("keep_alive", 0));
    }

    private OllamaAdministration at(String backend) {
        OllamaAdministration found = backends.get(backend);
        if (found == null) {
            throw new StoreFailed(backend, Reason.UNREACHABLE);
        }
        return found;
    }
}
