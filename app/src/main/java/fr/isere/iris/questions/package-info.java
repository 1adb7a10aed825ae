/** Questions about a conversation's documents: which of their pages an answer is written from, and where its citations lead. */
@ApplicationModule(
        allowedDependencies = {
            "problems",
            "chat",
            "documents",
            "models",
            "passages",
            "reading",
            "retention",
            "verification"
        })
@NullMarked
package fr.isere.iris.questions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
