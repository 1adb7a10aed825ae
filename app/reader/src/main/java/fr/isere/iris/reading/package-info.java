/** What the worker that reads documents and the application have in common. No library: each has its own. */
@NullMarked
package fr.isere.iris.reading;

import org.jspecify.annotations.NullMarked;
