/** What {@code ops/run} and the journey tests embed so that IRIS runs whole on one machine; none of it reaches the production jar. */
@NullMarked
package fr.isere.iris.demo;

import org.jspecify.annotations.NullMarked;
