package fr.isere.iris.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Where the readers' program lies: unpacked at the first use from what the jar {@code iris-reader} carries, beside the folders that the
 * readers work in. It goes away with the application.
 */
final class ReaderHome implements AutoCloseable {

    /** Of the readers' libraries, in their order. */
    private static final String INDEX = "iris-reader/index";

    private static final String PACKAGES = "fr/isere/iris/";
    private static final List<String> OWN_CLASSES = List.of(PACKAGES + "reader/", PACKAGES + "reading/");

    private final Path temporary;
    private @Nullable OwnedFolder folder;
    private boolean closed;

    /**
     * In a folder of its own.
     *
     * @param temporary where that is made
     */
    ReaderHome(Path temporary) {
        this.temporary = temporary;
    }

    /**
     * The jar that names all others.
     *
     * @throws IOException if it cannot be unpacked
     */
    synchronized Path program() throws IOException {
        return open().resolve("reader.jar");
    }

    /**
     * A new folder for a reader to work in; its owner alone may enter.
     *
     * @throws IOException if it cannot be made
     */
    synchronized Path workplace() throws IOException {
        return Files.createTempDirectory(open(), "work-");
    }

    private Path open() throws IOException {
        if (closed) {
            throw new IOException("the application stops");
        }
        OwnedFolder existing = folder;
        if (existing == null) {
            OwnedFolder.removeOrphans(temporary);
            OwnedFolder fresh = OwnedFolder.create(temporary);
            try {
                unpack(fresh.path());
            } catch (IOException | RuntimeException e) {
                fresh.close();
                throw e;
            }
            folder = fresh;
            return fresh.path();
        }
        return existing.path();
    }

    private static void unpack(Path target) throws IOException {
        List<String> names = new ArrayList<>();
        String index = new ClassPathResource(INDEX).getContentAsString(StandardCharsets.UTF_8);
        for (String library : index.strip().split(",", -1)) {
            String name = library.substring(library.lastIndexOf('/') + 1);
            try (InputStream in = new ClassPathResource(library).getInputStream()) {
                Files.copy(in, target.resolve(name));
            }
            names.add(name);
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", names));
        try (OutputStream out = Files.newOutputStream(target.resolve("reader.jar"));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (String classes : OWN_CLASSES) {
                pack(classes, jar);
            }
        }
    }

    /** They come as files from an IDE, and out of a jar in a jar in production. */
    private static void pack(String classes, JarOutputStream jar) throws IOException {
        for (Resource one : new PathMatchingResourcePatternResolver().getResources("classpath*:" + classes + "**/*")) {
            String address = one.getURL().toString();
            if (one.isReadable() && !address.endsWith("/")) {
                jar.putNextEntry(new ZipEntry(address.substring(address.lastIndexOf(classes))));
                try (InputStream in = one.getInputStream()) {
                    in.transferTo(jar);
                }
                jar.closeEntry();
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (folder != null) {
            folder.close();
            folder = null;
        }
    }
}
