/** The documentation, compared with what it is about. */
@NullMarked
package fr.isere.iris.docs;

import org.jspecify.annotations.NullMarked;
