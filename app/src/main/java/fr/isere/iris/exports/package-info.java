/** An answer as a file that leaves IRIS: with who read it again, what it stands on, and what is still to be checked. */
@ApplicationModule(
        allowedDependencies = {"problems", "identity", "charter", "models", "documents", "chat", "verification"})
@NullMarked
package fr.isere.iris.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
