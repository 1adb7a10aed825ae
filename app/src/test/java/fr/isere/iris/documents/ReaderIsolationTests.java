package fr.isere.iris.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader sees, reaches and leaves behind. */
class ReaderIsolationTests extends ReadersCase {

    @Test
    void eachReadingHasAFolderThatItsOwnerAloneEntersAndThatGoesWithIt() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            HeardReading heard = readers.read("open 1", "write secret", "attach secret", "folder", "finish");
            assertThat(Path.of(heard.firstPage())).doesNotExist();
            assertThat(heard.calls()).contains("attachment a");
            assertThat(ReadersForTests.leftovers(documents)).isEmpty();
            assertThat(readers.read("open 1", "rights", "finish").firstPage())
                    .contains("OWNER_READ")
                    .doesNotContain("GROUP")
                    .doesNotContain("OTHERS");
            HeardReading killed = readers.read("open 1", "write secret", "exit 1");
            killed.assertEnd();
            assertThat(ReadersForTests.leftovers(documents)).isEmpty();
        }
    }

    @Test
    void aReaderKnowsNothingOfTheEnvironmentOfIris() {
        try (ReadersForTests readers = ReadersForTests.scripted(documents)) {
            String names = readers.read("open 1", "environment", "finish").firstPage();
            assertThat(List.of(names.split(" "))).isSubsetOf("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX");
        }
    }

    @Test
    void aReaderReachesNothing() throws IOException {
        assumeFalse(ReadersForTests.NAMESPACES.isEmpty(), "unshare is missing or forbidden here");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ReadersForTests closed = ReadersForTests.scripted(documents);
                ReadersForTests open = ReadersForTests.of(
                        documents, ReadersForTests.settings(), ScriptedReader.class.getName(), List.of())) {
            String connect = "connect " + server.getLocalPort();
            assertThat(closed.read("open 1", connect, "finish").firstPage()).isEqualTo("refused");
            assertThat(open.read("open 1", connect, "finish").firstPage()).isEqualTo("connected");
        }
    }
}
