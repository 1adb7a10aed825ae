/** Nothing that people write is anywhere but where they look for it. */
@NullMarked
package fr.isere.iris.privacy;

import org.jspecify.annotations.NullMarked;
