package fr.isere.iris.models;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;

/** The Ollama that the tests ask, with SmolLM2 in it. */
final class RealOllama {

    static final String MODEL = "smollm2:135m-instruct-q4_1";

    private RealOllama() {}

    /** Where it is; fails if nobody answers there. */
    static URI url() {
        URI url =
                URI.create(Objects.requireNonNullElse(System.getenv("IRIS_TEST_OLLAMA_URL"), "http://127.0.0.1:11434"));
        String tags = get(url, "api/tags");
        if (!tags.contains(MODEL)) {
            throw new AssertionError("the Ollama at " + url + " does not have " + MODEL + ": run ops/test");
        }
        return url;
    }

    static String get(URI url, String path) {
        return send(HttpRequest.newBuilder(EngineHttp.below(url, path)).build(), url);
    }

    static String post(URI url, String path, String body) {
        return send(
                HttpRequest.newBuilder(EngineHttp.below(url, path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                url);
    }

    private static String send(HttpRequest request, URI url) {
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException nobody) {
            throw new AssertionError("no Ollama answers at " + url + ": run ops/test", nobody);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
