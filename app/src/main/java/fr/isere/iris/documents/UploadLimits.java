package fr.isere.iris.documents;

import fr.isere.iris.problems.BodyLimit;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** How much may come over the wire where documents are sent, which is more than anywhere else. */
@Configuration(proxyBeanMethods = false)
class UploadLimits {

    /** Boundaries, headers and the other part. */
    private static final long AROUND_THE_FILE = DataSize.ofKilobytes(64).toBytes();

    @Bean
    BodyLimit uploadLimit(DocumentSettings settings) {
        long most = settings.maxSize().toBytes();
        return new BodyLimit(DocumentController.PATH, most + AROUND_THE_FILE, () -> Upload.tooLarge(most));
    }

    /**
     * What is refused is read to its end all the same, and thrown away: a browser that is still sending when the connection closes
     * tells a failure of the network in the place of the reason.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusedUploads(DocumentSettings settings) {
        int most =
                Math.toIntExact(Math.min(Integer.MAX_VALUE, settings.maxSize().toBytes() + AROUND_THE_FILE));
        return factory -> factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setMaxSwallowSize(Math.max(most, http.getMaxSwallowSize()));
            }
        });
    }
}
