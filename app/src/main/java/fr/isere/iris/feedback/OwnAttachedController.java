package fr.isere.iris.feedback;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.retention.Pseudonyms;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person attached, after its conversations ended too: see it, and have it erased. */
@RestController
@RequestMapping("/api/feedback/mine")
class OwnAttachedController {

    private final AttachedContents attached;
    private final FeedbackViews views;
    private final Pseudonyms pseudonyms;

    OwnAttachedController(AttachedContents attached, FeedbackViews views, Pseudonyms pseudonyms) {
        this.attached = attached;
        this.views = views;
        this.pseudonyms = pseudonyms;
    }

    @GetMapping
    FeedbackViews.AttachedPage mine(CurrentUser user) {
        List<String> hers = attached.idsOf(pseudonyms.of(user.id()));
        return views.attached(attached.all(hers), null);
    }

    /** Another's is not among hers, and stays. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(CurrentUser user, @PathVariable String id) {
        String person = pseudonyms.of(user.id());
        if (attached.idsOf(person).contains(id)) {
            attached.erase(person, id);
        }
    }
}
