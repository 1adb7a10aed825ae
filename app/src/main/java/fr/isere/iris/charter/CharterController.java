package fr.isere.iris.charter;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.identity.Role;
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
    private final AcceptanceCounts counts;
    private final SelfCheck selfCheck;

    CharterController(CharterInForce charter, CharterFolder folder, AcceptanceCounts counts) {
        this.charter = charter;
        this.folder = folder;
        this.counts = counts;
        this.selfCheck = CharterFile.read(folder.selfCheck(), "self-check.schema.json", SelfCheck.class);
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
                accepted.map(one -> text.rewrittenSince(one.version())).orElse(List.of()),
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

    /** Questions with all that explains them: who answers them tells nobody. */
    @GetMapping("/self-check")
    SelfCheck selfCheck() {
        return selfCheck;
    }

    /** How many accepted, never who. */
    @GetMapping("/proof")
    ProofView proof(CurrentUser user) {
        user.mustBe(Role.REFERENT);
        return new ProofView(
                AcceptanceCounts.FEW,
                charter.text().changes().stream()
                        .map(CharterText.Change::version)
                        .map(version -> VersionView.of(version, charter.text().version(), counts.of(version)))
                        .toList());
    }

    /**
     * Acceptances in aggregate.
     *
     * @param few a smaller number is not told
     * @param versions the newest first
     */
    record ProofView(int few, List<VersionView> versions) {}

    /**
     * How many accepted one version.
     *
     * @param accepted null where it is fewer than are told
     * @param last day of the last acceptance; null with {@code accepted}
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record VersionView(
            String version,
            boolean inForce,
            @Nullable Long accepted,
            @Nullable LocalDate last) {

        static VersionView of(String version, String inForce, AcceptanceCounts.Count count) {
            boolean told = count.people() >= AcceptanceCounts.FEW;
            return new VersionView(
                    version, version.equals(inForce), told ? count.people() : null, told ? count.last() : null);
        }
    }

    /**
     * What the page shows.
     *
     * @param rewritten rules as they were worded when she accepted, where they are worded otherwise now
     */
    record View(
            String version,
            LocalDate date,
            String title,
            String introduction,
            List<CharterText.Rule> rules,
            List<CharterText.Change> changes,
            List<CharterText.Rewritten> rewritten,
            @Nullable Acceptance accepted,
            @Nullable String official,
            String reminder) {}
}
