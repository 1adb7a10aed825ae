package fr.isere.iris.retention;

import fr.isere.iris.problems.StartRefused;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Looks once whether Redis lets IRIS in, and refuses to start with one line that names the setting to mend. */
@Component
class RedisAtTheStart implements SmartInitializingSingleton {

    private static final String BUNDLE = "spring.data.redis.ssl.bundle";

    private final StringRedisTemplate redis;
    private final Environment environment;

    RedisAtTheStart(StringRedisTemplate redis, Environment environment) {
        this.redis = redis;
        this.environment = environment;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            redis.execute((RedisCallback<String>) connection -> connection.ping());
        } catch (DataAccessException failure) {
            throw new StartRefused(line(failure));
        }
    }

    private String line(DataAccessException failure) {
        if (RedisFailures.causes(failure)
                .anyMatch(cause -> cause instanceof SSLException || cause instanceof CertificateException)) {
            String name = authority();
            return "%s does not vouch for the certificate of Redis, or Redis has no TLS (environment variable %s)"
                    .formatted(name, variable(name));
        }
        String name = place();
        if (RedisFailures.isAboutWhoWeAre(failure)) {
            return "%s: Redis refuses the user or the password (environment variable %s)"
                    .formatted(name, variable(name));
        }
        return "%s: Redis does not answer there (environment variable %s)".formatted(name, variable(name));
    }

    /** The setting that says whose certificates are believed. */
    private String authority() {
        String bundle = environment.getProperty(BUNDLE);
        return bundle == null ? BUNDLE : "spring.ssl.bundle.pem." + bundle + ".truststore.certificate";
    }

    /** The setting that says where Redis is. */
    private String place() {
        return Stream.of("spring.data.redis.sentinel.nodes", "spring.data.redis.cluster.nodes")
                .filter(environment::containsProperty)
                .findFirst()
                .orElse("spring.data.redis.url");
    }

    private static String variable(String name) {
        return name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
    }
}
