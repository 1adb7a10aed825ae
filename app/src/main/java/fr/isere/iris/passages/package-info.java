/** Pure functions over text that was read: its passages, its sentences, what of it answers a question or supports a sentence. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.isere.iris.passages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
