package fr.isere.iris.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.isere.iris.identity.CurrentUser;
import fr.isere.iris.reminders.LinkSettings;
import fr.isere.iris.retention.Life;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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

    /**
     * How long her conversations live.
     *
     * @param ephemeral an ephemeral one, after its last message; null if none are offered
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RetentionView(
            Duration idle, Duration max, @Nullable Duration ephemeral) {}

    @GetMapping("/api/settings")
    SettingsView settings(CurrentUser user) {
        Life life = lives.of(user);
        @Nullable Duration ephemeral = lives.ofEphemeral(user).map(Life::idle).orElse(null);
        return new SettingsView(
                new RetentionView(life.idle(), life.max(), ephemeral), chat.maxMessageLength(), links.openData());
    }
}
