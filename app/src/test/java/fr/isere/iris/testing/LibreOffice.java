package fr.isere.iris.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Assumptions;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** The machine's own LibreOffice, without a window; a test that needs it is skipped, and says so, where there is none. */
public final class LibreOffice {

    private LibreOffice() {}

    /**
     * Opens a file and saves it as flat OpenDocument text, which says in XML what LibreOffice made of it.
     *
     * @param folder the test's own, where the file is
     */
    public static Document opened(Path folder, String name) throws IOException, InterruptedException {
        Path out = Files.createDirectories(folder.resolve("opened"));
        Process office = new ProcessBuilder(
                        binary(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "fodt",
                        "--outdir",
                        out.toString(),
                        folder.resolve(name).toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        try {
            assertThat(office.waitFor(120, TimeUnit.SECONDS))
                    .as("LibreOffice ends")
                    .isTrue();
        } finally {
            office.destroyForcibly();
        }
        Path result = out.resolve(name.substring(0, name.lastIndexOf('.')) + ".fodt");
        assertThat(result).as(Files.readString(folder.resolve("office.log"))).exists();
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(result.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError("what LibreOffice wrote does not parse", e);
        }
    }

    private static String binary() {
        List<String> names = List.of("soffice", "libreoffice");
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(Path::of)
                .flatMap(folder -> names.stream().map(folder::resolve))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseGet(
                        () -> Assumptions.abort("no LibreOffice here: neither soffice nor libreoffice is in the path"));
    }
}
