/** PDF, where a page is a heap of placed glyphs: lines, columns, tables, notes and headings are found again from their geometry. */
@NullMarked
package fr.isere.iris.reader.pdf;

import org.jspecify.annotations.NullMarked;
