/** What people think of the answers: counted without anybody's name, and what they attach for the référents, with an end of its own. */
@ApplicationModule(allowedDependencies = {"problems", "identity", "charter", "retention", "chat"})
@NullMarked
package fr.isere.iris.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
