package fr.isere.iris.chat;

import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.retention.Life;
import java.net.URI;
import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page must know of the settings. */
@RestController
class SettingsController {

    private final Lives lives;
    private final ChatSettings chat;
    private final LinkSettings links;

    SettingsController(Lives lives, ChatSettings chat, LinkSettings links) {
        this.lives = lives;
        this.chat = chat;
        this.links = links;
    }

    record SettingsView(RetentionView retention, int maxMessageLength, URI openDataUrl) {}

    record RetentionView(Duration idle, Duration max) {}

    @GetMapping("/api/settings")
    SettingsView settings(CurrentUser user) {
        Life life = lives.of(user);
        return new SettingsView(new RetentionView(life.idle(), life.max()), chat.maxMessageLength(), links.openData());
    }
}
