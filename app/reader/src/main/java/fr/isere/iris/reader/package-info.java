/** The worker that reads documents: a JVM of its own, with Tika, PDFBox and POI, that the application starts and may kill. */
@NullMarked
package fr.isere.iris.reader;

import org.jspecify.annotations.NullMarked;
