package fr.isere.iris.chat;

import fr.isere.iris.retention.Lifetimes;
import java.net.URI;
import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page must know of the settings. */
@RestController
class SettingsController {

    private final Lifetimes lifetimes;
    private final ChatSettings chat;
    private final LinkSettings links;

    SettingsController(Lifetimes lifetimes, ChatSettings chat, LinkSettings links) {
        this.lifetimes = lifetimes;
        this.chat = chat;
        this.links = links;
    }

    record SettingsView(RetentionView retention, int maxMessageLength, URI openDataUrl) {}

    record RetentionView(Duration idle, Duration max) {}

    @GetMapping("/api/settings")
    SettingsView settings() {
        return new SettingsView(
                new RetentionView(lifetimes.idle(), lifetimes.max()), chat.maxMessageLength(), links.openData());
    }
}
