/** Documents, slides and sheets of offices: zip files with XML in them, read as a stream and against bounds. */
@NullMarked
package fr.isere.iris.reader.office;

import org.jspecify.annotations.NullMarked;
