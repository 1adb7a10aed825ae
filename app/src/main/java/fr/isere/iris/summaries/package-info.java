/** Summaries and comparisons of documents, written by a model or copied from them, with the page under every sentence. */
@ApplicationModule(
        allowedDependencies = {
            "problems",
            "identity",
            "charter",
            "models",
            "retention",
            "reading",
            "passages",
            "documents",
            "chat",
            "verification"
        })
@NullMarked
package fr.isere.iris.summaries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
