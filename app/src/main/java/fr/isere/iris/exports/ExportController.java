package fr.isere.iris.exports;

import fr.isere.iris.identity.CurrentUser;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Taking an answer along as a file. */
@RestController
class ExportController {

    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @PostMapping("/api/exports")
    ResponseEntity<ByteArrayResource> export(CurrentUser user, @RequestBody NewExport asked) {
        MadeFile file = exports.make(user, asked);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.name().toString())
                .contentType(file.format().mediaType())
                .body(file.bytes());
    }
}
