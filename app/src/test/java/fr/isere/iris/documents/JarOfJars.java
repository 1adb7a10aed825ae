package fr.isere.iris.documents;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** A jar as Spring Boot's plugin makes it: the classes, the libraries as jars in it, and the loader that starts it. */
final class JarOfJars {

    /** Of the test's class path, what a reading takes. */
    private static final Set<String> LIBRARIES = Set.of(
            "iris-reader", // a jar where Maven has packaged it, else a folder
            "spring-core",
            "spring-context",
            "spring-beans",
            "spring-boot",
            "jackson",
            "slf4j",
            "logback",
            "commons-logging",
            "jspecify",
            "assertj",
            "awaitility",
            "hamcrest");

    private JarOfJars() {}

    static void write(Path target, Class<?> main) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(Attributes.Name.MAIN_CLASS, "org.springframework.boot.loader.launch.JarLauncher");
        manifest.getMainAttributes().putValue("Start-Class", main.getName());
        manifest.getMainAttributes().putValue("Spring-Boot-Classes", "BOOT-INF/classes/");
        manifest.getMainAttributes().putValue("Spring-Boot-Lib", "BOOT-INF/lib/");
        try (OutputStream out = Files.newOutputStream(target);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry("BOOT-INF/classes/"));
            jar.closeEntry();
            for (Path entry : classPath()) {
                String name = entry.getFileName().toString();
                if (name.startsWith("spring-boot-loader")) {
                    unpack(entry, jar);
                } else if (Files.isDirectory(entry) && isReader(entry)) {
                    store(jar, "BOOT-INF/lib/iris-reader.jar", jarOf(entry));
                } else if (Files.isDirectory(entry)) {
                    copy(
                            entry,
                            jar,
                            "BOOT-INF/classes/",
                            file -> file.toString().startsWith("fr/isere/iris/documents/"));
                } else if (LIBRARIES.stream().anyMatch(name::startsWith)) {
                    store(jar, "BOOT-INF/lib/" + name, Files.readAllBytes(entry));
                }
            }
        }
    }

    private static List<Path> classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }

    private static boolean isReader(Path folder) {
        return Files.exists(folder.resolve("iris-reader"));
    }

    private static byte[] jarOf(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            copy(folder, jar, "", file -> true);
        }
        return bytes.toByteArray();
    }

    private static void copy(Path folder, JarOutputStream jar, String prefix, Predicate<Path> wanted)
            throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> !file.equals(folder) && wanted.test(folder.relativize(file)))
                    .toList();
        }
        for (Path file : files) {
            String name = prefix + folder.relativize(file);
            jar.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
            if (Files.isRegularFile(file)) {
                Files.copy(file, jar);
            }
            jar.closeEntry();
        }
    }

    private static void unpack(Path library, JarOutputStream jar) throws IOException {
        try (JarFile in = new JarFile(library.toFile())) {
            for (Enumeration<JarEntry> entries = in.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().startsWith("org/")) {
                    jar.putNextEntry(new JarEntry(entry.getName()));
                    try (InputStream content = in.getInputStream(entry)) {
                        content.transferTo(jar);
                    }
                    jar.closeEntry();
                }
            }
        }
    }

    /** The loader takes jars that are not compressed only. */
    private static void store(JarOutputStream jar, String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
