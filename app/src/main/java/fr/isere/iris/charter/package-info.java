/** The charter: its versions, who accepted which, and the reminders that stand under every answer. */
@ApplicationModule(allowedDependencies = {"problems", "identity", "retention"})
@NullMarked
package fr.isere.iris.charter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
