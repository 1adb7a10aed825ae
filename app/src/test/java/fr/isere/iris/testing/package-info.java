/** What the tests of all capabilities share. */
@NullMarked
package fr.isere.iris.testing;

import org.jspecify.annotations.NullMarked;
