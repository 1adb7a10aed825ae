/** Messages, with the files that come with them. */
@NullMarked
package fr.isere.iris.reader.mail;

import org.jspecify.annotations.NullMarked;
