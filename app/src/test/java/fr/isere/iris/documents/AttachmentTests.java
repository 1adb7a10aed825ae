package fr.isere.iris.documents;

import static fr.isere.iris.documents.DocumentFixture.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.reading.DocumentKind;
import fr.isere.iris.reading.ReadingFailure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What a mail carries becomes documents beside it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttachmentTests {

    private DocumentFixture it;
    private String conversation;

    @BeforeAll
    void start() {
        it = new DocumentFixture();
    }

    @AfterAll
    void stop() {
        it.close();
    }

    @BeforeEach
    void newConversation() {
        conversation = it.conversation();
    }

    @Test
    void attachmentsBecomeDocumentsAndThoseThatCannotAreNamed() {
        List<Path> before = it.originals();
        it.send(conversation, "a.txt", "already here");
        it.reader.next().opens(DocumentKind.TEXT, 1).reads("Texte").ends();
        String mail = it.send(conversation, "courriel.eml", "mail");
        ReaderInHand.Asked asked = it.reader.next().opens(DocumentKind.MAIL, 1).reads("Bonjour,");
        asked.finds("dossier/annexe.pdf", bytes("annex"))
                .finds("copie.txt", bytes("already here"))
                .finds("vide.txt", new byte[0]);
        assertThat(it.list(conversation)).hasSize(2);
        asked.ends();

        it.reader.next().opens(DocumentKind.PDF, 1).reads("Annexe").ends();
        JsonNode annex = it.list(conversation).get(2);
        assertThat(annex.get("name").asString()).isEqualTo("annexe.pdf");
        assertThat(annex.get("partOf").asString()).isEqualTo(mail);
        assertThat(annex.get("state").asString()).isEqualTo("ready");
        assertThat(it.view(mail).get("notRead").findValuesAsString("name")).containsExactly("copie.txt", "vide.txt");
        assertThat(it.view(mail).get("notRead").findValuesAsString("title"))
                .containsExactly("Document déjà déposé", "Document vide");
        assertThat(it.originals()).isEqualTo(before);
    }

    @Test
    void attachedPicturesAreNamedAsNotRead() {
        String mail = it.send(conversation, "courriel.eml", "mail");
        it.reader
                .next()
                .opens(DocumentKind.MAIL, 1)
                .reads("Bonjour,")
                .leavesOut("délibération.jpg")
                .ends();
        assertThat(it.view(mail).get("state").asString()).isEqualTo("ready");
        assertThat(it.view(mail).get("notRead").findValuesAsString("name")).containsExactly("délibération.jpg");
        assertThat(it.view(mail).get("notRead").findValuesAsString("title"))
                .containsExactly("Format non pris en charge");
    }

    @Test
    void aMailThatFailsLeavesNoAttachment() {
        List<Path> before = it.originals();
        String mail = it.send(conversation, "courriel.eml", "mail");
        it.reader
                .next()
                .opens(DocumentKind.MAIL, 1)
                .finds("annexe.pdf", bytes("annex"))
                .fails(ReadingFailure.DAMAGED);
        assertThat(it.list(conversation).findValuesAsString("id")).containsExactly(mail);
        assertThat(it.reader.isAsked()).isFalse();
        assertThat(it.originals()).isEqualTo(before);
    }
}
