package fr.isere.iris.documents;

import java.nio.file.Path;

/**
 * A file as it was sent, on its way to being read.
 *
 * @param path a file that only this process's user may read, deleted when it has been read
 * @param name for the screen
 * @param bytes its size
 * @param digest SHA-256, in hexadecimal
 */
record Original(Path path, String name, long bytes, String digest) {}
