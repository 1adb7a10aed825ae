package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisCluster;
import fr.isere.iris.testing.RedisNode;
import fr.isere.iris.testing.ScriptedModel;
import fr.isere.iris.testing.Story;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two instances of IRIS on a Redis Cluster of three nodes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterJourneyTests {

    private final RedisCluster cluster = RedisCluster.shared();
    private final ScriptedModel model = new ScriptedModel();
    private IrisForTests first;
    private IrisForTests second;

    @BeforeAll
    void start() {
        first = IrisForTests.startOn(model, Stream.of(cluster.settings()));
        second = IrisForTests.startOn(model, Stream.of(cluster.settings()));
    }

    @AfterAll
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void allThatIrisDoesWithItsStoreWorksOnACluster() {
        Story.begin(model, first, second).goOn();
    }

    @Test
    void everyKeyHasAnEndAndTheKeysAreSpread() {
        Story story = Story.begin(model, first, second);
        for (int i = 0; i < 8; i++) {
            story.asksHereAndReadsThere(story.startsAConversation());
        }

        for (RedisNode node : cluster.nodes()) {
            assertThat(node.run("KEYS", "*").lines())
                    .as("keys of %s", node.address())
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(Long.parseLong(node.run("PTTL", key)))
                            .as(key)
                            .isNotEqualTo(-1));
        }
    }
}
