package fr.isere.iris.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadingFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in Microsoft's older container, made entry by entry, and files that are two things at once. */
class ContainerTests {

    private static final int HEADER = 32;

    @TempDir
    private Path folder;

    @Test
    void readsAnOutlookMessageAndHandsOverItsFiles() throws IOException {
        ReadDocument read = ReadDocument.of(folder, "a.msg", message());

        assertThat(read.failure()).isNull();
        assertThat(read.kind()).isEqualTo(DocumentKind.MAIL);
        assertThat(read.texts()).contains("Rapport d’étape", "Bonjour, voici le rapport.");
        assertThat(read.text()).contains("Hélène");
        assertThat(read.attachments()).containsOnlyKeys("délibération.txt");
        assertThat(read.attachments().get("délibération.txt"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("Le conseil délibère.");
        assertThat(read.leftOut()).containsExactly("plan.png");
    }

    @Test
    void refusesADocumentBehindAPassword() throws IOException, GeneralSecurityException {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream data = encryptor.getDataStream(container)) {
                data.write(Zip.docx(Zip.paragraph("Le texte.")));
            }
            container.writeFilesystem(file);

            assertThat(ReadDocument.of(folder, "a.docx", file.toByteArray()).failure())
                    .isEqualTo(ReadingFailure.ENCRYPTED);
        }
    }

    @Test
    void aFileThatIsTwoThingsIsReadAsOneOrRefused() {
        byte[] word = Zip.docx(Zip.paragraph("Le texte du document Word."));
        byte[] header = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        byte[] both = new byte[header.length + word.length];
        System.arraycopy(header, 0, both, 0, header.length);
        System.arraycopy(word, 0, both, header.length, word.length);

        ReadDocument read = ReadDocument.of(folder, "a.pdf", both);

        assertThat(read.failure()).isIn(ReadingFailure.DAMAGED, ReadingFailure.UNKNOWN_TYPE);
        assertThat(read.pages()).isEmpty();
    }

    @Test
    void aFormFeedEndsAPageOfPlainTextWhereverItStands() {
        ReadDocument read = ReadDocument.of(folder, "a.txt", "Première page.\fDeuxième page.\n\fTroisième page.\n");

        assertThat(read.pages()).hasSize(3);
        assertThat(read.texts()).containsExactly("Première page.", "Deuxième page.", "Troisième page.");
    }

    private static byte[] message() throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            DirectoryEntry root = container.getRoot();
            put(root, "__properties_version1.0", new byte[HEADER]);
            DirectoryEntry names = root.createDirectory("__nameid_version1.0");
            put(names, "__substg1.0_00020102", new byte[0]);
            put(names, "__substg1.0_00030102", new byte[0]);
            put(names, "__substg1.0_00040102", new byte[0]);
            text(root, "001A", "IPM.Note");
            text(root, "0037", "Rapport d’étape");
            text(root, "0C1A", "Hélène");
            text(root, "0E04", "Bruno");
            text(root, "1000", "Bonjour, voici le rapport.");
            DirectoryEntry attached = root.createDirectory("__attach_version1.0_#00000000");
            put(attached, "__properties_version1.0", new byte[8]);
            text(attached, "3707", "délibération.txt");
            put(attached, "__substg1.0_37010102", "Le conseil délibère.".getBytes(StandardCharsets.UTF_8));
            DirectoryEntry picture = root.createDirectory("__attach_version1.0_#00000001");
            put(picture, "__properties_version1.0", new byte[8]);
            text(picture, "3707", "plan.png");
            text(picture, "370E", "image/png");
            put(picture, "__substg1.0_37010102", new byte[] {1, 2, 3});
            container.writeFilesystem(file);
            return file.toByteArray();
        }
    }

    /** A property whose value is a text, by MS-OXMSG. */
    private static void text(DirectoryEntry folder, String property, String value) throws IOException {
        put(folder, "__substg1.0_" + property + "001F", value.getBytes(StandardCharsets.UTF_16LE));
    }

    private static void put(DirectoryEntry folder, String name, byte[] value) throws IOException {
        folder.createDocument(name, new ByteArrayInputStream(value));
    }
}
