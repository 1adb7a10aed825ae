/** Formats whose whole is one text: plain, Markdown, HTML, rich text. */
@NullMarked
package fr.isere.iris.reader.text;

import org.jspecify.annotations.NullMarked;
