/** The read side of the ops console: the purge proof, engines, the metrics of answers, and what ops may do without seeing anything. */
@ApplicationModule(allowedDependencies = {"problems", "retention", "identity", "models"})
@NullMarked
package fr.isere.iris.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
