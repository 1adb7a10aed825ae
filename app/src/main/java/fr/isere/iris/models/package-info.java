/** The only code that knows LangChain4j and the engines: the catalogue, the queue, and {@link fr.isere.iris.models.LanguageModel}. */
@ApplicationModule(allowedDependencies = {"problems", "retention", "tracing"})
@NullMarked
package fr.isere.iris.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
