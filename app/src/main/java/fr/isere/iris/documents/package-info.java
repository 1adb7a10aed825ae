/** Documents: upload, reading in another JVM, passages, summaries, questions with page citations. */
@ApplicationModule(
        allowedDependencies = {
            "problems",
            "identity",
            "charter",
            "chat",
            "models",
            "retention",
            "verification",
            "reading",
        })
@NullMarked
package fr.isere.iris.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
