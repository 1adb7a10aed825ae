/** What {@code ops/bench} measures. */
@NullMarked
package fr.isere.iris.bench;

import org.jspecify.annotations.NullMarked;
