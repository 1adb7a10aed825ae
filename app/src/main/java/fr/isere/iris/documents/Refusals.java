package fr.isere.iris.documents;

import fr.isere.iris.problems.ProblemException;
import fr.isere.iris.reading.ReadingFailure;
import org.springframework.http.HttpStatus;

/** What a person is told of a document that could not be read. */
final class Refusals {

    private static final HttpStatus UNREADABLE = HttpStatus.UNPROCESSABLE_CONTENT;

    private Refusals() {}

    static ProblemException of(ReadingFailure failure, DocumentSettings settings) {
        return switch (failure) {
            case ENCRYPTED -> new ProblemException("document-encrypted", UNREADABLE);
            case DAMAGED -> new ProblemException("document-damaged", UNREADABLE);
            case EMPTY_FILE -> new ProblemException("document-empty", UNREADABLE);
            case UNKNOWN_TYPE -> new ProblemException("document-type-unknown", HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            case TOO_MANY_PAGES ->
                new ProblemException("document-too-many-pages", HttpStatus.CONTENT_TOO_LARGE, settings.maxPages());
            case TOO_BIG_INSIDE -> new ProblemException("document-too-big-inside", HttpStatus.CONTENT_TOO_LARGE);
            case TOO_NESTED -> new ProblemException("document-too-nested", UNREADABLE);
            case NO_TEXT -> new ProblemException("document-without-text", UNREADABLE);
            case GARBLED -> new ProblemException("document-garbled", UNREADABLE);
            case OUT_OF_MEMORY -> new ProblemException("document-too-heavy", UNREADABLE);
            case TOO_LONG -> new ProblemException("document-too-long-to-read", UNREADABLE);
            case CRASHED -> new ProblemException("document-reader-crashed", HttpStatus.INTERNAL_SERVER_ERROR);
            case NO_READER -> new ProblemException("document-reader-missing", HttpStatus.SERVICE_UNAVAILABLE);
        };
    }
}
