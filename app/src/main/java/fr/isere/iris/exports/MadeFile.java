package fr.isere.iris.exports;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ContentDisposition;

/**
 * A document in its format, in memory only.
 *
 * @param name what it is called, as an attachment
 * @param bytes all of it
 */
record MadeFile(ContentDisposition name, Format format, ByteArrayResource bytes) {}
