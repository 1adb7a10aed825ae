package fr.isere.iris.charter;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.problems.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows the charter, takes its acceptance, and hands out the organisation's official text. */
@RestController
@RequestMapping(CharterController.PATH)
class CharterController {

    static final String PATH = "/api/charter";

    private static final MediaType PLAIN = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final CharterInForce charter;
    private final CharterFolder folder;

    CharterController(CharterInForce charter, CharterFolder folder) {
        this.charter = charter;
        this.folder = folder;
    }

    @GetMapping
    View show(CurrentUser user) {
        CharterText text = charter.text();
        Optional<Acceptance> accepted = charter.acceptanceBy(user);
        return new View(
                text.version(),
                text.date(),
                text.title(),
                text.introduction(),
                text.rules(),
                accepted.map(one -> text.changesSince(one.version())).orElse(text.changes()),
                accepted.orElse(null),
                folder.official().isPresent() ? PATH + "/official" : null,
                text.reminder());
    }

    @PostMapping("/acceptances")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(CurrentUser user, @RequestBody NewAcceptance acceptance) {
        if (acceptance.version() == null) {
            throw new ProblemException("request-invalid", HttpStatus.BAD_REQUEST);
        }
        charter.accept(user, acceptance.version());
    }

    @GetMapping("/official")
    ResponseEntity<Resource> official() {
        Resource text = folder.official().orElseThrow(() -> new ProblemException("not-found", HttpStatus.NOT_FOUND));
        String name = String.valueOf(text.getFilename());
        boolean pdf = name.endsWith(".pdf");
        ContentDisposition inline =
                ContentDisposition.inline().filename("charte-" + name).build();
        return ResponseEntity.ok()
                .contentType(pdf ? MediaType.APPLICATION_PDF : PLAIN)
                .header(HttpHeaders.CONTENT_DISPOSITION, inline.toString())
                .body(text);
    }

    /** What the page sends. */
    record NewAcceptance(@Nullable String version) {}

    /** What the page shows. */
    record View(
            String version,
            LocalDate date,
            String title,
            String introduction,
            List<CharterText.Rule> rules,
            List<CharterText.Change> changes,
            @Nullable Acceptance accepted,
            @Nullable String official,
            String reminder) {}
}
