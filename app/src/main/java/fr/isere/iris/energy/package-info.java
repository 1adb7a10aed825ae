/** What answers cost in electricity, as an estimate of which the method is named. */
@ApplicationModule(allowedDependencies = {"models"})
@NullMarked
package fr.isere.iris.energy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
