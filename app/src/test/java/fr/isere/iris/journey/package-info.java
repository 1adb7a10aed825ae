/** Whole stories in a real browser, through the whole application, with the real things around it. */
@NullMarked
package fr.isere.iris.journey;

import org.jspecify.annotations.NullMarked;
