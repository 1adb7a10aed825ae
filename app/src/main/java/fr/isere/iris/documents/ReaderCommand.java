package fr.isere.iris.documents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.unit.DataSize;

/**
 * How the JVM of a reader is started.
 *
 * @param main class that it runs
 * @param classPath what stands behind the program on its class path
 * @param heap memory for its objects
 * @param namespaces what stands in front, to cut it off from the network; empty where that cannot be done
 */
record ReaderCommand(String main, List<Path> classPath, DataSize heap, List<String> namespaces) {

    static final String MAIN = "fr.isere.iris.reader.ReaderMain";

    ReaderCommand {
        classPath = List.copyOf(classPath);
        namespaces = List.copyOf(namespaces);
    }

    /**
     * The whole of it.
     *
     * @param workplace where it puts all it writes
     */
    List<String> line(Path program, Path workplace) {
        List<String> line = new ArrayList<>(namespaces);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-Xmx" + heap.toMegabytes() + "m");
        line.add("-XX:+UseSerialGC");
        // The better compiler would take both processors of a small machine through the first documents, and few
        // readers get beyond those.
        line.add("-XX:TieredStopAtLevel=1");
        line.add("-XX:+ExitOnOutOfMemoryError");
        // What the JVM itself says must not stand among the lines, nor a piece of its memory on the disk.
        line.add("-XX:+DisplayVMOutputToStderr");
        line.add("-XX:-CreateCoredumpOnCrash");
        line.add("-XX:ErrorFile=/dev/null");
        line.add("-XX:-UsePerfData");
        line.add("-Dfile.encoding=UTF-8");
        line.add("-Djava.awt.headless=true");
        line.add("-Djava.io.tmpdir=" + workplace);
        // Libraries keep what they found out about fonts there: of use to the next reader, and nothing of a document.
        line.add("-Duser.home=" + program.resolveSibling(""));
        line.add("-cp");
        List<String> path = new ArrayList<>(List.of(program.toString()));
        classPath.forEach(more -> path.add(more.toString()));
        line.add(String.join(java.io.File.pathSeparator, path));
        line.add(main);
        return line;
    }
}
