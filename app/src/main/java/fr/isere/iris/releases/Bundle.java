package fr.isere.iris.releases;

import fr.isere.iris.models.ModelStore.Blob;
import fr.isere.iris.models.ModelStore.Recipe;
import fr.isere.iris.models.ModelStore.Settings;
import fr.isere.iris.releases.TarFile.Part;
import fr.isere.iris.releases.Workshop.Failed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model as an Ollama keeps it, in a tar: {@code manifests/<registry>/<space>/<model>/<tag>} and the {@code blobs/sha256-…} that it names.
 * What {@code ops/bundle} makes. Nothing in it is believed: each file that the manifest names must be there, as long and with the digest
 * that it says.
 */
final class Bundle {

    private static final Pattern MANIFEST = Pattern.compile("manifests(/[A-Za-z0-9][A-Za-z0-9._:-]*){2,5}");
    private static final Pattern BLOB = Pattern.compile("blobs/sha256-[0-9a-f]{64}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final String KIND = "application/vnd.ollama.image.";
    private static final JsonMapper JSON = new JsonMapper();

    /** Of a manifest, a template, a licence. */
    private static final int LONGEST_TEXT = 1 << 20;

    /** The only kind of weights that an engine takes from others. */
    private static final String FORMAT = "gguf";

    private final Path file;
    private final Map<String, Part> parts;
    private final List<Layer> layers;
    private final Blob config;

    private Bundle(Path file, Map<String, Part> parts, JsonNode manifest) {
        this.file = file;
        this.parts = parts;
        config = blob(manifest.path("config"));
        layers = manifest.path("layers")
                .valueStream()
                .map(layer -> new Layer(layer.path("mediaType").asString("").replace(KIND, ""), blob(layer)))
                .toList();
    }

    private record Layer(String kind, Blob blob) {}

    /**
     * Looks at what it holds, and at none of its large files.
     *
     * @throws Failed if it is no bundle, or does not hold what its manifest names
     */
    static Bundle in(Path file) throws IOException {
        Map<String, Part> parts = TarFile.parts(file);
        List<String> manifests = parts.keySet().stream()
                .filter(name -> MANIFEST.matcher(name).matches())
                .toList();
        boolean isStrange = parts.keySet().stream()
                .anyMatch(
                        name -> !manifests.contains(name) && !BLOB.matcher(name).matches());
        if (isStrange || manifests.size() > 1) {
            throw new Failed("import-bundle-entry");
        }
        if (manifests.isEmpty()) {
            throw new Failed(parts.isEmpty() ? "import-not-bundle" : "import-bundle-cut");
        }
        Part manifest = Objects.requireNonNull(parts.get(manifests.get(0)));
        String text = new String(few(new Blob(file, manifest.offset(), "", manifest.bytes())), StandardCharsets.UTF_8);
        return new Bundle(file, parts, object(text));
    }

    /** Of its large files. */
    long bytes() {
        return weighty().stream().mapToLong(Blob::bytes).sum();
    }

    /**
     * What it brings, all digests compared.
     *
     * @param licence of the model, where the bundle has none
     */
    Brought checked(Checking checking, String licence) throws IOException {
        Settings settings = settings();
        List<String> licences = texts("license");
        List<String> weights = digests("model", "projector");
        if (of("model").size() != 1) {
            throw new Failed("import-bundle-layer");
        }
        for (Blob blob : weighty()) {
            checking.same(blob);
        }
        Recipe recipe =
                new Recipe(weights, digests("adapter"), settings, licences.isEmpty() ? List.of(licence) : licences);
        return new Brought(weighty(), recipe);
    }

    private Settings settings() throws IOException {
        for (Layer layer : layers) {
            switch (layer.kind) {
                case "model", "projector", "adapter", "template", "system", "params", "license" -> {}
                default -> throw new Failed("import-bundle-layer");
            }
        }
        JsonNode told = object(checkedText(config));
        if (!told.path("model_format").asString(FORMAT).equals(FORMAT)) {
            throw new Failed("import-bundle-layer");
        }
        String parameters = last("params");
        return new Settings(
                last("template"),
                last("system"),
                parameters == null ? null : object(parameters).toString(),
                named(told, "renderer"),
                named(told, "parser"));
    }

    private static @Nullable String named(JsonNode config, String field) {
        String name = config.path(field).asString("");
        return name.isEmpty() ? null : name;
    }

    private List<Blob> weighty() {
        return List.copyOf(of("model", "projector", "adapter"));
    }

    private List<Blob> of(String... kinds) {
        List<String> wanted = List.of(kinds);
        return layers.stream()
                .filter(layer -> wanted.contains(layer.kind))
                .map(Layer::blob)
                .distinct()
                .toList();
    }

    private List<String> digests(String... kinds) {
        return of(kinds).stream().map(Blob::sha256).toList();
    }

    private @Nullable String last(String kind) throws IOException {
        List<String> all = texts(kind);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    private List<String> texts(String kind) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Blob blob : of(kind)) {
            texts.add(checkedText(blob));
        }
        return texts;
    }

    private static String checkedText(Blob blob) throws IOException {
        byte[] bytes = few(blob);
        Checking.requireSame(blob.sha256(), Checking.sha256(bytes));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] few(Blob blob) throws IOException {
        if (blob.bytes() > LONGEST_TEXT) {
            throw new Failed("import-bundle-entry");
        }
        try (InputStream in = blob.open()) {
            return in.readNBytes((int) blob.bytes());
        }
    }

    private static JsonNode object(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException noJson) {
            throw new Failed("import-not-bundle");
        }
        throw new Failed("import-not-bundle");
    }

    /** Where a file lies that the manifest names. */
    private Blob blob(JsonNode named) {
        String digest = named.path("digest").asString("");
        if (!DIGEST.matcher(digest).matches()) {
            throw new Failed("import-not-bundle");
        }
        Part part = Optional.ofNullable(parts.get("blobs/" + digest.replace(':', '-')))
                .filter(found -> found.bytes() == named.path("size").asLong(-1))
                .orElseThrow(() -> new Failed("import-bundle-cut"));
        return new Blob(file, part.offset(), digest.substring("sha256:".length()), part.bytes());
    }
}
