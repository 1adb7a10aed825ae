package fr.isere.iris.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.retention.Ids;
import fr.isere.iris.testing.RedisNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What a start takes in before anybody's document, with a real Redis. */
class FirstReadingTests {

    private static final String ID = new Ids().next();

    @TempDir
    Path folder;

    @Test
    void itGoesTheWholeWayOfADocumentAndStaysNowhere() throws IOException {
        try (RedisNode redis = RedisNode.start(RedisNode.freePort(), folder);
                DocumentFixture it = DocumentFixture.on("redis://" + redis.address())) {

            List<ReadPage> told = first(it).told();
            assertThat(told).isEqualTo(SamplePages.all());
            assertThat(first(it).keep(ID, told)).isEqualTo(told);

            assertThat(redis.run("KEYS", "*")).contains("iris:").doesNotContain("iris:document:", "iris:reading:");
        }
    }

    @Test
    void aRedisThatIsAwayFailsNothing() {
        RedisNode redis = RedisNode.start(RedisNode.freePort(), folder);
        try (DocumentFixture it = DocumentFixture.on("redis://" + redis.address())) {
            redis.close();

            assertThatCode(first(it)::rounds).doesNotThrowAnyException();
        }
    }

    private static FirstReading first(DocumentFixture it) {
        return new FirstReading(
                it.iris.bean(DocumentStore.class), new Ids(), it.iris.bean(JsonMapper.class), Clock.systemUTC());
    }
}
