package fr.isere.iris.identity;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The two pages there are: the application, and the one that stays when it was left. */
@Controller
class Pages {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    @GetMapping("/")
    ResponseEntity<Resource> application() {
        return page("static/index.html");
    }

    @GetMapping(SecurityConfiguration.SIGNED_OUT)
    ResponseEntity<Resource> signedOut() {
        return page("pages/au-revoir.html");
    }

    private static ResponseEntity<Resource> page(String file) {
        Resource page = new ClassPathResource(file);
        return page.exists()
                ? ResponseEntity.ok().contentType(HTML).body(page)
                : ResponseEntity.notFound().build();
    }
}
