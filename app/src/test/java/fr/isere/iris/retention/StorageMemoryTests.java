package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.retention.StorageMemory.Memory;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class StorageMemoryTests {

    @Test
    void oneRedisSpeaksForItself() {
        Properties info = properties(Map.of("used_memory", "5", "maxmemory", "10", "maxmemory_policy", "noeviction"));

        assertThat(Memory.of(info)).isEqualTo(new Memory(5, 10, "noeviction"));
    }

    @Test
    void ofAClusterTheNodeThatWillBeFullFirstCounts() {
        Properties info = properties(Map.of(
                "127.0.0.1:7000.used_memory", "50",
                "127.0.0.1:7000.maxmemory", "1000",
                "127.0.0.1:7000.maxmemory_policy", "noeviction",
                "127.0.0.1:7001.used_memory", "9",
                "127.0.0.1:7001.maxmemory", "10",
                "127.0.0.1:7001.maxmemory_policy", "allkeys-lru"));

        assertThat(Memory.of(info)).isEqualTo(new Memory(9, 10, "allkeys-lru"));
    }

    private static Properties properties(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }
}
