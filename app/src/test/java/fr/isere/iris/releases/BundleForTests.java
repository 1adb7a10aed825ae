package fr.isere.iris.releases;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;

/** Makes bundles of small texts, sound ones and others. */
final class BundleForTests {

    static final String WEIGHTS = "GGUF and so on";
    static final String MANIFEST = "manifests/registry.ollama.ai/library/petit/1b";
    private static final String KIND = "application/vnd.ollama.image.";

    final List<Layer> layers = new ArrayList<>();

    /** What the tar holds, by name, in order; a test may change it. */
    final Map<String, byte[]> files = new LinkedHashMap<>();

    String config = "{\"model_format\":\"gguf\",\"renderer\":\"petit\",\"parser\":\"\"}";

    /** One file that the manifest names. */
    record Layer(String kind, String text) {

        String digest() {
            return Checking.sha256(text.getBytes(StandardCharsets.UTF_8));
        }

        String named() {
            return "{\"mediaType\":\"%s\",\"digest\":\"sha256:%s\",\"size\":%d,\"from\":\"/elsewhere\"}"
                    .formatted(kind, digest(), text.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    static BundleForTests sound() {
        return new BundleForTests()
                .with("model", WEIGHTS)
                .with("template", "{{ .Prompt }} «")
                .with("params", "{\"stop\":[\"<fin>\"]}")
                .with("license", "Apache-2.0")
                .with("license", "et ses réserves");
    }

    BundleForTests with(String kind, String text) {
        layers.add(new Layer(KIND + kind, text));
        return this;
    }

    /** Puts the files together as the layers are now. */
    BundleForTests packed() {
        Layer about = new Layer("application/vnd.docker.container.image.v1+json", config);
        String manifest = "{\"schemaVersion\":2,\"config\":%s,\"layers\":[%s]}"
                .formatted(about.named(), layers.stream().map(Layer::named).collect(Collectors.joining(",")));
        files.put(MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
        files.put(blob(about), config.getBytes(StandardCharsets.UTF_8));
        layers.forEach(layer -> files.put(blob(layer), layer.text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    private static String blob(Layer layer) {
        return "blobs/sha256-" + layer.digest();
    }

    /** The name of the file of a kind. */
    String blob(String kind) {
        return layers.stream()
                .filter(layer -> layer.kind.equals(KIND + kind))
                .map(BundleForTests::blob)
                .findFirst()
                .orElseThrow();
    }

    Path writtenTo(Path file) throws IOException {
        try (TarArchiveOutputStream tar = tar(Files.newOutputStream(file))) {
            write(tar);
        }
        return file;
    }

    /** With one more header at the end, and nothing behind it. */
    Path writtenTo(Path file, TarArchiveEntry more) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            TarArchiveOutputStream tar = tar(out);
            write(tar);
            tar.flush();
            byte[] header = new byte[512];
            more.writeEntryHeader(header, ZipEncodingHelper.getZipEncoding("UTF-8"), true);
            out.write(header);
            out.write(new byte[1024]);
        }
        return file;
    }

    private void write(TarArchiveOutputStream tar) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
            entry.setSize(file.getValue().length);
            tar.putArchiveEntry(entry);
            tar.write(file.getValue());
            tar.closeArchiveEntry();
        }
    }

    private static TarArchiveOutputStream tar(OutputStream out) {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, 512);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        return tar;
    }
}
