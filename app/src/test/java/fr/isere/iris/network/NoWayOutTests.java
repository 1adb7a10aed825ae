package fr.isere.iris.network;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.IrisApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where only Redis, the engine and the provider can be reached all works, and not one packet goes anywhere else. */
@Tag("namespace")
class NoWayOutTests {

    private static final Pattern TO_LOOPBACK =
            Pattern.compile("lo +(?:In|Out) +IP 127\\.0\\.0\\.1\\.\\d+ > 127\\.0\\.0\\.1\\.(\\d+): .*");

    @TempDir
    Path folder;

    @Test
    void aWholeConversationSendsNothingToAnybodyElse() {
        assertThat(strayPackets(IrisApplication.class)).isEmpty();
    }

    @Test
    void aConnectionThatIsPlantedIsFound() {
        List<String> stray = strayPackets(TellTale.class);

        assertThat(stray)
                .as("a question for a name")
                .anyMatch(packet -> packet.contains("198.51.100.53.53"))
                .as("a call elsewhere")
                .anyMatch(packet -> packet.contains(TellTale.ELSEWHERE + ".443"))
                .as("a call elsewhere in IPv6")
                .anyMatch(packet -> packet.contains(TellTale.ELSEWHERE_6 + ".443"))
                .as("a call to this machine that nobody allowed")
                .anyMatch(packet -> packet.contains("127.0.0.1.4318"))
                .allMatch(packet -> packet.contains("198.51.100.53.53")
                        || packet.contains(TellTale.ELSEWHERE)
                        || packet.contains(TellTale.ELSEWHERE_6)
                        || packet.contains("127.0.0.1.4318"));
    }

    /** Packets to anybody but those whom the story needs. */
    private List<String> strayPackets(Class<?> application) {
        try (ClosedNetwork network = ClosedNetwork.make(folder)) {
            String told = network.run(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    StoryInside.class.getName(),
                    application.getName()));
            assertThat(told).contains(StoryInside.TOLD);
            Set<String> ports = told.lines()
                    .filter(line -> line.startsWith(StoryInside.PORT))
                    .map(line -> line.substring(StoryInside.PORT.length()))
                    .collect(Collectors.toSet());
            List<String> packets = network.packets();
            assertThat(packets).as("calls to those who are allowed").hasSizeGreaterThan(ports.size());
            return packets.stream().filter(packet -> !isTo(ports, packet)).toList();
        }
    }

    private static boolean isTo(Set<String> ports, String packet) {
        Matcher loopback = TO_LOOPBACK.matcher(packet);
        return loopback.matches() && ports.contains(loopback.group(1));
    }
}
