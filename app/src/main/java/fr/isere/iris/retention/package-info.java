/** The only code that knows Redis: values that expire, and the event log of an answer. */
@ApplicationModule(allowedDependencies = "problems")
@NullMarked
package fr.isere.iris.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
