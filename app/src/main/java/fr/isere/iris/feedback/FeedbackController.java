package fr.isere.iris.feedback;

import fr.isere.iris.charter.Charter;
import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.chat.OpenConversations;
import fr.isere.iris.identity.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's own opinions of the answers of a conversation: give, see again, take back. */
@RestController
@RequestMapping("/api/conversations/{id}")
class FeedbackController {

    private final Giving giving;
    private final KeptVotes votes;
    private final OpenConversations conversations;
    private final FeedbackViews views;
    private final Charter charter;

    FeedbackController(
            Giving giving, KeptVotes votes, OpenConversations conversations, FeedbackViews views, Charter charter) {
        this.giving = giving;
        this.votes = votes;
        this.conversations = conversations;
        this.views = views;
        this.charter = charter;
    }

    @GetMapping("/feedback")
    FeedbackViews.Own own(CurrentUser user, @PathVariable String id) {
        OpenConversation conversation = conversations.requireOwned(user, id);
        return views.own(id, votes.of(conversation));
    }

    @PostMapping("/messages/{messageId}/feedback")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(
            CurrentUser user, @PathVariable String id, @PathVariable String messageId, @RequestBody NewFeedback sent) {
        charter.requireAccepted(user);
        giving.give(user, id, messageId, Opinion.of(sent));
    }

    @DeleteMapping("/messages/{messageId}/feedback")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(CurrentUser user, @PathVariable String id, @PathVariable String messageId) {
        giving.takeBack(user, id, messageId);
    }
}
