package fr.isere.iris.charter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Where the charter's files are: in the organisation's folder where it has them, else in the packaged configuration. */
@Component
class CharterFolder {

    private static final List<String> OFFICIAL =
            List.of("charter/officielle.pdf", "charter/officielle.txt", "charter/officielle.md");

    private final @Nullable Path folder;

    CharterFolder(@Value("${iris.config.folder:#{null}}") @Nullable Path folder) {
        this.folder = folder;
    }

    Resource charter() {
        return required("charter/charter.yaml");
    }

    /** Questions on it. */
    Resource selfCheck() {
        return required("charter/self-check.yaml");
    }

    private Resource required(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(name + " is missing from the application"));
    }

    /** The text that the organisation adopted, if it put it beside. */
    Optional<Resource> official() {
        return OFFICIAL.stream().flatMap(name -> find(name).stream()).findFirst();
    }

    private Optional<Resource> find(String name) {
        Stream<Resource> own = folder == null ? Stream.of() : Stream.of(new FileSystemResource(folder.resolve(name)));
        return Stream.concat(own, Stream.of(new ClassPathResource("iris/" + name)))
                .filter(Resource::exists)
                .findFirst();
    }
}
