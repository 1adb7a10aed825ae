/** Conversations, prompts, answers and their streaming. */
@ApplicationModule(
        allowedDependencies = {
            "problems",
            "identity",
            "charter",
            "models",
            "quotas",
            "reminders",
            "retention",
            "verification"
        })
@NullMarked
package fr.isere.iris.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
