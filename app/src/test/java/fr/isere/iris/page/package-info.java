/** What the page promises whoever answers its calls: typed scripts, inert content, keyboard, contrast. */
@NullMarked
package fr.isere.iris.page;

import org.jspecify.annotations.NullMarked;
