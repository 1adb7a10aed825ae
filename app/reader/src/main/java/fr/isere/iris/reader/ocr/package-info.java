/** Text recognised in pictures, by Tesseract where it is installed. */
@NullMarked
package fr.isere.iris.reader.ocr;

import org.jspecify.annotations.NullMarked;
