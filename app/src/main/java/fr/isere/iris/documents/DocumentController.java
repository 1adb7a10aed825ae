package fr.isere.iris.documents;

import fr.isere.iris.charter.Charter;
import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.chat.OpenConversations;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's documents: send, follow, read, erase. */
@RestController
@RequestMapping(DocumentController.PATH)
class DocumentController {

    static final String PATH = "/api/documents";

    /** What the reader recognises by content, in the words of file pickers. */
    private static final List<String> EXTENSIONS = List.of(
            ".pdf", ".docx", ".odt", ".pptx", ".odp", ".xlsx", ".ods", ".txt", ".md", ".html", ".htm", ".rtf", ".eml",
            ".msg");

    private final OpenConversations conversations;
    private final Sending sending;
    private final Places uploads;
    private final OwnDocuments documents;
    private final DocumentErasing erasing;
    private final Originals originals;
    private final Charter charter;
    private final DocumentViews views;
    private final DocumentSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DocumentController(
            OpenConversations conversations,
            Sending sending,
            OwnDocuments documents,
            DocumentErasing erasing,
            Originals originals,
            Charter charter,
            DocumentViews views,
            DocumentSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conversations = conversations;
        this.sending = sending;
        this.uploads = new Places(
                settings.uploadsAtOnce(),
                () -> new ProblemException("too-many-uploads", HttpStatus.TOO_MANY_REQUESTS, settings.uploadsAtOnce()));
        this.documents = documents;
        this.erasing = erasing;
        this.originals = originals;
        this.charter = charter;
        this.views = views;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Whoever may not send, or has no place left, is told before one byte of the file is kept. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DocumentViews.DocumentView> send(CurrentUser user, HttpServletRequest request) {
        charter.requireAccepted(user);
        Places.Place place = uploads.take(user.id());
        try {
            return taken(user, Upload.of(request, clock));
        } finally {
            place.close();
        }
    }

    private ResponseEntity<DocumentViews.DocumentView> taken(CurrentUser user, Upload upload) {
        OpenConversation conversation = conversations.requireOwned(user, upload.conversationId());
        sending.requirePlace(conversation);
        DocumentEntry entry = sending.take(conversation, upload.file(originals, settings), null);
        events.publishEvent(new DocumentSent(user.id(), conversation.id(), entry.id()));
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create(PATH + "/" + entry.id()))
                .body(views.of(documents.ownedBy(user, entry.id())));
    }

    @GetMapping
    DocumentViews.ListView list(CurrentUser user, @RequestParam("conversation") String conversationId) {
        OpenConversation conversation = conversations.requireOwned(user, conversationId);
        return new DocumentViews.ListView(
                documents.in(conversation).stream().map(views::of).toList());
    }

    @GetMapping("/limits")
    DocumentViews.LimitsView limits() {
        return new DocumentViews.LimitsView(
                settings.maxSize().toBytes(), settings.maxPages(), settings.maxPerConversation(), EXTENSIONS);
    }

    @GetMapping("/{id}")
    DocumentViews.DocumentView read(CurrentUser user, @PathVariable String id) {
        return views.of(documents.ownedBy(user, id));
    }

    @GetMapping("/{id}/pages/{number}")
    DocumentViews.PageView page(CurrentUser user, @PathVariable String id, @PathVariable int number) {
        return views.of(documents.page(documents.ownedBy(user, id), number));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(CurrentUser user, @PathVariable String id) {
        OwnDocuments.Found found = documents.ownedBy(user, id);
        erasing.erase(user, found.conversation(), id);
    }
}
