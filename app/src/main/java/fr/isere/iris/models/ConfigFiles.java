package fr.isere.iris.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files that IRIS ships under {@code iris/} on the classpath, and those of a folder that stand before them. */
class ConfigFiles {

    private final @Nullable Path folder;

    /** @param folder null to have those that IRIS ships only */
    ConfigFiles(@Nullable Path folder) {
        this.folder = folder;
    }

    /**
     * One file.
     *
     * @param name relative to the folder or to {@code iris/}, as in {@code catalogue/smollm2-135m.yaml}
     * @param place where it was found, for messages
     */
    record ConfigFile(String name, String place, String text) {}

    /** Those that end so, by name. */
    List<ConfigFile> list(String kind, String ending) {
        TreeMap<String, Resource> found = new TreeMap<>();
        try {
            for (Resource shipped :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:iris/" + kind + "/*" + ending)) {
                found.put(nameOf(shipped), shipped);
            }
            for (Path own : own(kind, ending)) {
                found.put(own.getFileName().toString(), new FileSystemResource(own));
            }
            List<ConfigFile> files = new ArrayList<>();
            for (var entry : found.entrySet()) {
                files.add(read(kind + "/" + entry.getKey(), entry.getValue()));
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the configuration files cannot be read", unreadable);
        }
    }

    /** The texts of {@code system-prompts/}, by file name. */
    Map<String, String> systemPrompts() {
        return list("system-prompts", ".md").stream()
                .collect(Collectors.toMap(
                        file -> file.name().substring("system-prompts/".length()),
                        file -> file.text().strip()));
    }

    private List<Path> own(String kind, String ending) throws IOException {
        if (folder == null || !Files.isDirectory(folder.resolve(kind))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static String nameOf(Resource resource) {
        String name = resource.getFilename();
        return name == null ? "" : name;
    }

    private ConfigFile read(String name, Resource resource) throws IOException {
        String place = resource instanceof FileSystemResource file ? file.getPath() : name;
        return new ConfigFile(name, place, resource.getContentAsString(StandardCharsets.UTF_8));
    }
}
