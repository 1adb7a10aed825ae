/** Errors as French problem details (RFC 9457): one exception, one bundle of texts. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.isere.iris.problems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
