package fr.isere.iris.privacy;

import fr.isere.iris.IrisApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** IRIS in a process of its own, with one fault more a channel, each of which waits to be asked for. */
@RestController
final class LeakyIris {

    private static final Logger LOG = LoggerFactory.getLogger("fr.isere.iris.leak");

    private final StringRedisTemplate redis;
    private final MeterRegistry meters;

    LeakyIris(StringRedisTemplate redis, MeterRegistry meters) {
        this.redis = redis;
        this.meters = meters;
    }

    public static void main(String[] settings) {
        new SpringApplicationBuilder(IrisApplication.class, LeakyIris.class).run(settings);
    }

    /** Where to let what out. */
    record Leak(String channel, String text) {}

    @PostMapping("/api/leaks")
    void leak(@RequestBody Leak leak) throws IOException {
        switch (leak.channel()) {
            case "logs" -> LOG.trace("leaks {}", leak.text());
            case "metrics" -> meters.counter("iris.leak", "what", leak.text()).increment();
            case "temporary files" -> Files.writeString(Files.createTempFile("leak", ".txt"), leak.text());
            case "redis" -> redis.opsForValue().set("iris:leak:{x}", leak.text());
            case "ring" -> Files.writeString(Path.of(System.getProperty("iris.leak.ring")), leak.text());
            case "audit" -> Files.writeString(Path.of(System.getProperty("iris.leak.audit")), leak.text());
            default -> throw new IllegalArgumentException("no such channel");
        }
    }
}
