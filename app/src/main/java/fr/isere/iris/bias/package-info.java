/** The same request with its people exchanged: does the answer change where it should not? */
@ApplicationModule(allowedDependencies = {"problems", "identity", "charter", "models", "chat"})
@NullMarked
package fr.isere.iris.bias;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
