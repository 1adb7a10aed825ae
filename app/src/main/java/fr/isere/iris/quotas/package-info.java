/** How much a person may ask: requests and tokens a day, answers at once, by role. Nothing is limited unless ops say so. */
@ApplicationModule(allowedDependencies = {"problems", "identity", "models", "retention"})
@NullMarked
package fr.isere.iris.quotas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
