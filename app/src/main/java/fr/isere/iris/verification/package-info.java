/** Pure functions: an answer in, what deserves checking out. */
@ApplicationModule(allowedDependencies = {"passages", "reading"})
@NullMarked
package fr.isere.iris.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
