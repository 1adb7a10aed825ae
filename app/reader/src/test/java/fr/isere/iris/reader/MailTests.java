package fr.isere.iris.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadingFailure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of each part of a message: read, handed over, named as not read, or passed over because it says nothing of its own. */
class MailTests {

    private static final String HEAD = "From: a@x.fr\nTo: b@x.fr\nSubject: Rapport\nMIME-Version: 1.0\n";
    private static final String TEXT = part("text/plain; charset=utf-8", "", "Bonjour,");

    @TempDir
    private Path folder;

    @Test
    void namesPicturesAndContainersThatAreNotRead() {
        ReadDocument read = mail(mixed(TEXT
                + part(
                        "image/jpeg; name=photo.jpg",
                        "Content-Disposition: attachment; filename=\"délibération.jpg\"\n",
                        "/9j/")
                + part("image/heic", "Content-Disposition: inline; filename=IMG_1.heic\nContent-ID: <1@x>\n", "AAAA")
                + part("application/ms-tnef; name=winmail.dat", "", "eJ8+")
                + part("audio/mpeg", "Content-Disposition: attachment\n", "AAAA")
                + part("text/calendar; name=seance.ics", "Content-Disposition: attachment\n", "BEGIN:VCALENDAR")));
        assertThat(read.failure()).isNull();
        assertThat(read.text()).endsWith("Bonjour,");
        assertThat(read.leftOut())
                .containsExactly("délibération.jpg", "IMG_1.heic", "winmail.dat", "piece-jointe-4", "seance.ics");
        assertThat(read.attachments()).isEmpty();
    }

    @Test
    void passesOverTheLogoOfASignatureAndTheSignatureOfAMessage() {
        String related = """
                Content-Type: multipart/related; boundary=R

                --R
                Content-Type: text/html

                <p>Bonjour,<img src="cid:logo"></p>
                --R
                Content-Type: image/png
                Content-ID: <logo>
                Content-Disposition: inline; filename=logo.png

                AAAA
                --R
                Content-Type: image/png
                Content-ID: <plan>
                Content-Disposition: attachment; filename=plan.png

                AAAA
                --R--
                """;
        ReadDocument read = mail(mixed("--M\n" + related
                + part(
                        "application/pkcs7-signature; name=smime.p7s",
                        "Content-Disposition: attachment; filename=smime.p7s\n",
                        "AAAA")));
        assertThat(read.text()).endsWith("Bonjour,");
        assertThat(read.leftOut()).containsExactly("plan.png");
        assertThat(read.attachments()).isEmpty();
    }

    @Test
    void refusesMoreFilesThanAMessageHas() {
        assertThat(mail(mixed(TEXT + part("image/png", "", "AAAA").repeat(501))).failure())
                .isEqualTo(ReadingFailure.TOO_BIG_INSIDE);
        assertThat(mail(mixed(TEXT + part("application/pdf", "", "AAAA").repeat(51)))
                        .failure())
                .isEqualTo(ReadingFailure.TOO_BIG_INSIDE);
    }

    @Test
    void readsMessagesInMessagesAndRefusesThoseThatDoNotEnd() {
        assertThat(mail(forwarded(3)).texts()).contains("Rapport", "Transfert 1", "Transfert 3", "Au fond.");
        assertThat(mail(forwarded(25)).failure()).isEqualTo(ReadingFailure.TOO_NESTED);
        StringBuilder parts = new StringBuilder(HEAD);
        for (int i = 0; i < 25; i++) {
            parts.append("Content-Type: multipart/mixed; boundary=B" + i + "\n\n--B" + i + "\n");
        }
        assertThat(mail(parts.toString()).failure()).isEqualTo(ReadingFailure.TOO_NESTED);
    }

    @Test
    void saysThatAnEncryptedMessageIsOneAndHandsOverWhatIsSealedInASignature() {
        String sealed = HEAD + "Content-Type: application/pkcs7-mime; smime-type=%s; name=smime.p7m\n"
                + "Content-Transfer-Encoding: base64\n\nMIAG\n";
        assertThat(mail(sealed.formatted("enveloped-data")).failure()).isEqualTo(ReadingFailure.ENCRYPTED);
        ReadDocument signed = mail(sealed.formatted("signed-data"));
        assertThat(signed.failure()).isNull();
        assertThat(signed.attachments()).containsOnlyKeys("smime.p7m");
    }

    @Test
    void readsEachPartInItsOwnEncodingAndThatOfAWrongOneByItsBytes() {
        byte[] head = (HEAD + "Content-Type: multipart/mixed; boundary=M\n\n").getBytes(StandardCharsets.US_ASCII);
        byte[] windows =
                part("text/plain; charset=windows-1252", "", "L’été à 3 €").getBytes(Charset.forName("windows-1252"));
        byte[] utf = part("text/plain; charset=utf-8", "", "L’hiver à 4 €").getBytes(StandardCharsets.UTF_8);
        byte[] wrong =
                part("text/plain; charset=utf-8", "", "Délibéré à 5 €").getBytes(Charset.forName("windows-1252"));
        byte[] unknown = part("text/plain; charset=x-nowhere", "", "Voté à 6 €").getBytes(StandardCharsets.UTF_8);
        ReadDocument read = ReadDocument.of(
                folder,
                "a.eml",
                joined(head, windows, utf, wrong, unknown, "--M--\n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(read.texts()).contains("L’été à 3 €", "L’hiver à 4 €", "Délibéré à 5 €", "Voté à 6 €");
    }

    private ReadDocument mail(String message) {
        ReadDocument read = ReadDocument.of(folder, "a.eml", message);
        assertThat(read.kind()).isEqualTo(DocumentKind.MAIL);
        return read;
    }

    private static String forwarded(int times) {
        StringBuilder message = new StringBuilder(HEAD);
        for (int i = 1; i <= times; i++) {
            message.append("Content-Type: message/rfc822\n\nFrom: c@x.fr\nSubject: Transfert ")
                    .append(i)
                    .append('\n');
        }
        return message.append("Content-Type: text/plain\n\nAu fond.\n").toString();
    }

    private static String mixed(String parts) {
        return HEAD + "Content-Type: multipart/mixed; boundary=M\n\n" + parts + "--M--\n";
    }

    private static String part(String type, String more, String body) {
        return "--M\nContent-Type: " + type + "\n" + more + "\n" + body + "\n";
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
