/** One random id for all that one request makes IRIS, its proxy and its engines do, in their log lines. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.isere.iris.tracing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
