/** Read text, cut and compared: passages, sentences, extracts, search, the words behind a citation, two versions. Pure functions. */
@ApplicationModule(allowedDependencies = {"reading"})
@NullMarked
package fr.isere.iris.passages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
