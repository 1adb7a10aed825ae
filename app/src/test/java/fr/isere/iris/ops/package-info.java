/** The scripts that start and test IRIS: what they refuse, and how they say it. */
@NullMarked
package fr.isere.iris.ops;

import org.jspecify.annotations.NullMarked;
