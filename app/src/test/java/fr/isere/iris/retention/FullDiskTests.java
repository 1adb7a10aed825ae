package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The volume of the key ring is full, really: a small file system that only one process sees. Needs root. */
@Tag("namespace")
class FullDiskTests {

    @TempDir
    Path disk;

    @Test
    void nothingIsLostAndRotationGoesOnOnceThereIsRoom() throws IOException, InterruptedException {
        List<String> command = List.of(
                "unshare",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o size=256k iris-test \"$0\" && exec \"$@\"",
                disk.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RingOnAFullDisk.class.getName(),
                disk.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains(RingOnAFullDisk.HOLDS);
    }
}
