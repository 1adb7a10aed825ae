package fr.isere.iris.documents;

import java.nio.file.Path;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Puts the readers of documents together. */
@Configuration(proxyBeanMethods = false)
class ReaderConfiguration {

    @Bean
    ReaderPool documentReader(DocumentSettings settings) {
        return new ReaderPool(
                settings,
                SingletonSupplier.of(() ->
                        new ReaderCommand(ReaderCommand.MAIN, List.of(), settings.heap(), ReaderNamespaces.find())),
                Path.of(System.getProperty("java.io.tmpdir")));
    }
}
