package fr.isere.iris.reader;

import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadingFailure;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a file in Microsoft's older container is: a message, a document behind a password, or one of the formats of before 2007. */
final class CompoundKind {

    private CompoundKind() {}

    static DocumentKind of(Path file) throws IOException, Unreadable {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new Unreadable(ReadingFailure.ENCRYPTED);
            }
            if (root.hasEntryCaseInsensitive("__properties_version1.0")) {
                return DocumentKind.MAIL;
            }
        }
        throw new Unreadable(ReadingFailure.UNKNOWN_TYPE);
    }
}
