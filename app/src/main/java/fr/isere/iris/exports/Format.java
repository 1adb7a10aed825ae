package fr.isere.iris.exports;

import fr.isere.iris.problems.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What an answer can be exported as. */
enum Format {
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ODT("odt", "application/vnd.oasis.opendocument.text"),
    PDF("pdf", "application/pdf"),
    MARKDOWN("md", "text/markdown;charset=UTF-8");

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /**
     * By its name in the HTTP contract.
     *
     * @throws ProblemException {@code export-format-unknown}
     */
    static Format of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(name))
                .findAny()
                .orElseThrow(() -> new ProblemException("export-format-unknown", HttpStatus.BAD_REQUEST, codes()));
    }

    private static String codes() {
        return Arrays.stream(values()).map(Format::code).collect(Collectors.joining(", "));
    }

    /** Its name in the HTTP contract. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Ending of its files, without the point. */
    String extension() {
        return extension;
    }

    MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }
}
