/** What deserves a word before a request is sent: decisions, people, figures, sums. Rules of a file, local, without a model. */
@ApplicationModule(allowedDependencies = {"problems", "identity"})
@NullMarked
package fr.isere.iris.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
