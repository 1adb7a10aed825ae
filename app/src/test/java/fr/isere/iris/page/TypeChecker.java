package fr.isere.iris.page;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** TypeScript's own compiler, run by the browser on the page's scripts and on the types that the WebJars bring. */
final class TypeChecker {

    private static final String WEBJARS = "META-INF/resources/webjars/";

    /** npm names of the libraries that the scripts may import, by the name of their WebJar. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "lit", "lit",
            "lit-html", "lit-html",
            "lit-element", "lit-element",
            "lit__reactive-element", "@lit/reactive-element",
            "marked", "marked",
            "dompurify", "dompurify");

    private final PathMatchingResourcePatternResolver classpath = new PathMatchingResourcePatternResolver();
    private final Page page;
    private final Map<String, String> libraries = new TreeMap<>();

    TypeChecker(Page page) {
        this.page = page;
        page.addScriptTag(new Page.AddScriptTagOptions()
                .setContent(only("classpath*:" + WEBJARS + "typescript/*/lib/typescript.js")));
        mount("typescript/*/lib/lib.*.d.ts", "/lib/", "/lib/");
        LIBRARIES.forEach((webjar, name) -> {
            for (var kind : List.of("package.json", "**/*.d.ts", "**/*.d.mts")) {
                mount(webjar + "/*/" + kind, "/webjars/" + webjar + "/", "/node_modules/" + name + "/");
            }
        });
        libraries.put("/ambient.d.ts", only("classpath:page/ambient.d.ts"));
    }

    /** The scripts of the page by path, as the browser asks for them. */
    Map<String, String> pageScripts() {
        var scripts = new TreeMap<String, String>();
        for (var script : find("classpath:static/js/**/*.js")) {
            scripts.put("/js/" + after(script, "/static/js/"), text(script));
        }
        return scripts;
    }

    /** Checks the scripts together; one line an error, {@code /js/file.js:line: message}. */
    List<?> errorsIn(Map<String, String> scripts) {
        var files = new TreeMap<>(libraries);
        files.putAll(scripts);
        var sources = List.copyOf(scripts.keySet());
        return (List<?>) page.evaluate(only("classpath:page/typecheck.js"), Map.of("files", files, "sources", sources));
    }

    private void mount(String pattern, String marker, String directory) {
        for (var file : find("classpath*:" + WEBJARS + pattern)) {
            var path = after(file, marker);
            // The first directory below a library is its version; TypeScript's lib.*.d.ts have none.
            libraries.put(
                    directory + (marker.equals("/lib/") ? path : path.substring(path.indexOf('/') + 1)), text(file));
        }
    }

    private String only(String pattern) {
        var found = find(pattern);
        if (found.length != 1) {
            throw new IllegalStateException(found.length + " resources for " + pattern);
        }
        return text(found[0]);
    }

    private Resource[] find(String pattern) {
        try {
            return classpath.getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String after(Resource resource, String marker) {
        try {
            var url = resource.getURL().toString();
            return url.substring(url.lastIndexOf(marker) + marker.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
