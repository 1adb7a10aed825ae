/** IRIS: each direct sub-package is one capability; {@code docs/architecture.md} draws them. */
@NullMarked
package fr.isere.iris;

import org.jspecify.annotations.NullMarked;
