/** Who did what when, never what was said: the events of all capabilities in files whose lines hold one another. */
@ApplicationModule(allowedDependencies = {"problems", "identity", "retention"})
@NullMarked
package fr.isere.iris.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
