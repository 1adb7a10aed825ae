package fr.isere.iris.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person at the HTTP interface, signed in as a browser would be: session and CSRF cookies, forms and redirects. */
public final class ApiClient {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]*)\"");
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(name|value)=\"([^\"]*)\"");
    private static final JsonMapper JSON = new JsonMapper();

    private final String base;
    private final CookieManager cookies;
    private final HttpClient http;

    private ApiClient(String base, CookieManager cookies) {
        this.base = base;
        this.cookies = cookies;
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(30))
                .build();
    }

    /**
     * A reply.
     *
     * @param status of HTTP
     * @param type media type
     * @param text the body
     */
    public record Reply(int status, String type, String text) {

        /** The body as JSON. */
        public JsonNode json() {
            return JSON.readTree(text);
        }
    }

    /** Somebody who is not signed in. */
    public static ApiClient anonymous(String base) {
        return new ApiClient(base, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    /** Signs in through the provider's own form. */
    public static ApiClient signIn(String base, String user, String password) {
        ApiClient client = anonymous(base);
        HttpResponse<String> page =
                client.exchange(client.request("/").GET().build(), HttpResponse.BodyHandlers.ofString());
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form to sign in at " + page.uri());
        }
        Map<String, String> fields = hiddenFields(page.body());
        fields.put("username", user);
        fields.put("password", password);
        URI action = page.uri().resolve(form.group(1).replace("&amp;", "&"));
        HttpRequest submit = HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))
                .build();
        HttpResponse<String> home = client.exchange(submit, HttpResponse.BodyHandlers.ofString());
        if (home.statusCode() != 200 || !home.uri().toString().startsWith(base)) {
            throw new AssertionError("signing in ended at " + home.uri() + " with " + home.statusCode());
        }
        return client;
    }

    /** The same person, whom a load balancer sends to another instance. */
    public ApiClient at(String otherBase) {
        return new ApiClient(otherBase, cookies);
    }

    /** The header that carries these cookies, for requests made by hand. */
    public String cookieHeader() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + '=' + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Accepts the charter in force. */
    public ApiClient acceptsTheCharter() {
        String version = get("/api/charter").json().get("version").asString();
        send("POST", "/api/charter/acceptances", Map.of("version", version));
        return this;
    }

    public Reply get(String path) {
        return reply(request(path).GET().build());
    }

    /** A request with a JSON body and the CSRF header. */
    public Reply send(String method, String path, @Nullable Object body) {
        return reply(changing(path)
                .method(method, publisher(body))
                .header("Content-Type", "application/json")
                .build());
    }

    /** The same with a body that may be no JSON at all. */
    public Reply sendRaw(String method, String path, String body) {
        return reply(changing(path)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build());
    }

    /** Sends a file to a conversation, as the page does. */
    public Reply upload(String conversation, String name, byte[] file) {
        return send(Multipart.upload(conversation, name, file), true);
    }

    /** Sends a text as a document and waits until it is read; its id. */
    public String sendsToRead(String conversation, String name, String text) {
        return sendsToRead(conversation, name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of any file. */
    public String sendsToRead(String conversation, String name, byte[] file) {
        Reply sent = upload(conversation, name, file);
        assertThat(sent.status()).as(sent.text()).isEqualTo(202);
        String id = sent.json().get("id").asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/api/documents/" + id)
                        .json()
                        .get("state")
                        .asString()
                        .equals("ready"));
        return id;
    }

    /** Sends a body of parts, whatever is in it, with its length announced or not. */
    public Reply send(Multipart body, boolean announced) {
        HttpRequest.BodyPublisher whole = HttpRequest.BodyPublishers.ofByteArray(body.bytes());
        return reply(changing("/api/documents")
                .header("Content-Type", Multipart.TYPE)
                .POST(announced ? whole : HttpRequest.BodyPublishers.fromPublisher(whole))
                .build());
    }

    /** The headers that a request of this person's carries, for requests made by hand. */
    public String headers() {
        return "Cookie: " + cookieHeader() + "\r\nX-XSRF-TOKEN: " + csrfToken() + "\r\n";
    }

    /** Sends a message and reads the answer as it comes. */
    public EventStream ask(String conversation, Map<String, ?> message) {
        return stream(changing("/api/conversations/" + conversation + "/messages")
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(publisher(message))
                .build());
    }

    /** Asks for a summary of a document and reads it as it comes. */
    public EventStream summarise(String document, Map<String, ?> summary) {
        return stream(changing("/api/documents/" + document + "/summaries")
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(publisher(summary))
                .build());
    }

    /** Asks for anything else that comes as an answer's events, and reads them as they come. */
    public EventStream events(String path, Map<String, ?> body) {
        return stream(changing(path)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(publisher(body))
                .build());
    }

    /** Comes back to an answer. */
    public EventStream resume(String answer, long lastEventId) {
        return stream(request("/api/answers/" + answer + "/events")
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", Long.toString(lastEventId))
                .GET()
                .build());
    }

    /** Comes back to an answer with an event id that may be none; the reply, since it is to be refused. */
    public Reply resumeRaw(String answer, String lastEventId) {
        return reply(request("/api/answers/" + answer + "/events")
                .header("Last-Event-ID", lastEventId)
                .GET()
                .build());
    }

    private EventStream stream(HttpRequest request) {
        HttpResponse<InputStream> response = exchange(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new AssertionError("no stream, but " + response.statusCode());
        }
        return new EventStream(response.body());
    }

    private Reply reply(HttpRequest request) {
        HttpResponse<String> response = exchange(request, HttpResponse.BodyHandlers.ofString());
        return new Reply(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    }

    private HttpRequest.Builder changing(String path) {
        return request(path).header("X-XSRF-TOKEN", csrfToken());
    }

    private String csrfToken() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static HttpRequest.BodyPublisher publisher(@Nullable Object body) {
        return body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private static Map<String, String> hiddenFields(String html) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(html);
        while (inputs.find()) {
            Map<String, String> attributes = ATTRIBUTE
                    .matcher(inputs.group())
                    .results()
                    .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2), (a, b) -> a));
            if (attributes.containsKey("name") && attributes.containsKey("value")) {
                fields.put(attributes.get("name"), attributes.get("value"));
            }
        }
        return fields;
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
