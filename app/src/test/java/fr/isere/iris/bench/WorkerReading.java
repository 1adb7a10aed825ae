package fr.isere.iris.bench;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file as IRIS does: the worker, in a JVM of its own. */
final class WorkerReading {

    private static final int MOST_PAGES = 1_000;
    private static final JsonMapper JSON = new JsonMapper();

    private WorkerReading() {}

    /** @throws IOException if the worker cannot read it */
    static List<ReadPage> of(Path document) throws IOException {
        Path temporary = Files.createTempDirectory("iris-bench");
        Path classes = Path.of(ReadPage.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        classes + File.pathSeparator + classes.resolve("iris-reader") + "/*",
                        "fr.isere.iris.reader.ReaderMain")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream out = worker.getOutputStream();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8))) {
            String request = JSON.writeValueAsString(Map.of(
                    "reading",
                    1,
                    "original",
                    document.toAbsolutePath().toString(),
                    "temporary",
                    temporary.toString(),
                    "pages",
                    MOST_PAGES,
                    "limit",
                    600_000,
                    "silence",
                    60_000));
            out.write((request + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return pages(lines);
        } finally {
            worker.destroy();
            Files.deleteIfExists(temporary);
        }
    }

    private static List<ReadPage> pages(BufferedReader lines) throws IOException {
        List<ReadPage> pages = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode told = JSON.readTree(line);
            switch (told.path("event").asString()) {
                case "page" -> pages.add(page(told));
                case "finished" -> {
                    return pages;
                }
                case "failed" ->
                    throw new IOException("not read: " + told.path("failure").asString());
                default -> {}
            }
        }
        throw new IOException("the worker ended");
    }

    private static ReadPage page(JsonNode told) {
        List<Block> blocks = new ArrayList<>();
        told.path("blocks").forEach(block -> blocks.add(JSON.treeToValue(block, Block.class)));
        return new ReadPage(
                told.path("number").asInt(),
                ReadPage.Origin.valueOf(told.path("origin").asString()),
                blocks);
    }
}
