package fr.isere.iris.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.page.ScriptedDocument.NotRead;
import fr.isere.iris.page.ScriptedMessage.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Documents from the file to the last page read. */
class PageDocumentsTests extends DocumentsPage {

    private static final String UPLOAD = "POST /api/documents";
    private static final String AFTER = "2e rapport.pdf";

    /** Drops files on the page, or pastes them, as a browser tells of it. */
    private static final String ENTERS = """
            (kind) => {
              const data = new DataTransfer();
              data.items.add(new File(['CANARI-7f3a'], 'glissé.pdf'));
              const event = kind === 'paste'
                ? new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})
                : new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true});
              document.querySelector('main').dispatchEvent(event);
              return event.defaultPrevented;
            }""";

    @Test
    void whatIsTakenIsSaidBeforeAnythingIsChosen() {
        agent.opensThePage();
        var task = agent.page().locator(".document-task");
        assertThat(task).containsText("PDF, Word, LibreOffice");
        assertThat(task).containsText("50\u00a0Mo");
        assertThat(task).containsText("1\u202f000 pages");
        assertThat(task).containsText("20 documents par conversation");

        agent.button("Ajouter un document").click();
        var dialog = agent.page().locator("document-intake dialog");
        assertThat(dialog).containsText("50\u00a0Mo");
        assertThat(dialog).containsText("L’original est supprimé dès que son texte est lu.");
        assertThat(agent.button("Choisir des fichiers")).isFocused();
    }

    @Test
    void aDocumentOfTheEmptyPageBeginsAConversationAndIsReadPageByPage() {
        agent.opensThePage();
        agent.composer().fill("CANARI-7f3a : un brouillon");
        var picker = agent.page()
                .waitForFileChooser(
                        () -> agent.page().locator(".document-task button").click());
        assertThat(picker.isMultiple()).isTrue();
        var hold = api.holds(UPLOAD);
        picks(REPORT);
        assertThat(row(REPORT)).containsText("Envoi");
        hold.awaitCall().release();
        var document = api.documents().next();
        assertThat(row(REPORT)).containsText("En attente de lecture");
        document.isRead(120, 215);
        assertThat(row(REPORT)).containsText("Lecture : 120 sur 215 pages");
        document.isReady(215, 14, 15, 201);

        assertThat(row(REPORT)).containsText("212 pages lues sur 215 ; illisibles : 14, 15, 201");
        assertThat(announcements()).containsText("212 pages lues sur 215 ; illisibles : 14, 15, 201.");
        assertThat(announcements()).not().containsText("120 sur 215");
        assertThat(agent.page().locator(".document-badge")).containsText("212 p. lues");
        assertThat(agent.page()).hasURL(api.url() + "/#/c/conversation-1");
        assertThat(agent.composer()).hasValue("CANARI-7f3a : un brouillon");
        assertThat(agent.page().locator(".composer-note")).containsText("IRIS répond à partir des documents");

        agent.reloads();
        assertThat(row(REPORT)).containsText("212 pages lues sur 215");
    }

    @Test
    void severalGoOneAfterAnotherAndOneOnItsWayIsGivenUp() {
        agent.opensThePage();
        var hold = api.holds(UPLOAD);
        picks(REPORT, AFTER);
        hold.awaitCall();
        assertThat(row(AFTER)).containsText("En attente d’envoi");
        agent.button("Annuler « " + REPORT + " »").click();

        api.documents().next();
        assertThat(row(AFTER)).containsText("En attente de lecture");
        assertThat(row(REPORT)).hasCount(0);
        hold.release();
    }

    @Test
    void aFileThatTheServerTookAfterItWasGivenUpComesIntoTheList() {
        var conversation = conversationWithTheReport();
        agent.opensThePage().opens("PAPI");
        assertThat(row(REPORT)).isVisible();
        var hold = api.holds(UPLOAD);
        picks(AFTER);
        hold.awaitCall();
        agent.page()
                .waitForResponse(
                        response -> response.url().contains("/api/documents?conversation="),
                        () -> agent.button("Annuler « " + AFTER + " »").click());
        assertThat(row(AFTER)).hasCount(0);
        hold.release();

        assertThat(row(AFTER)).containsText("En attente de lecture");
        assertThat(api.documents().next().conversationId).isEqualTo(conversation.id);
    }

    @Test
    void whoDoesNotWantToWaitForAReadingAsksTheDocumentsThatWereRead() {
        browser.expectsError("409");
        var conversation = api.conversation("PAPI");
        var ready = api.documents().in(conversation, REPORT).isReady(215);
        api.documents().in(conversation, AFTER).isRead(3, 80);
        agent.opensThePage().opens("PAPI");
        String send = "POST /api/conversations/" + conversation.id + "/messages";
        api.answers(send, 409, Problem.of("document-not-ready", 409, "IRIS n’a pas fini de lire ce document.", true));
        agent.asks("Combien de digues ?");
        assertThat(agent.page().locator("problem-note")).containsText("Votre message est gardé");
        api.heals(send);
        agent.button("Demander au document déjà lu").press("Enter");

        var answer = api.nextAnswer().token("Douze.").done();
        assertThat(answer.request()).isEqualTo(Map.of("text", "Combien de digues ?", "documentIds", List.of(ready.id)));
        assertThat(agent.page().locator("problem-note")).hasCount(0);
    }

    @Test
    void aReadingIsStoppedAtAnyMoment() {
        var conversation = api.conversation("PAPI");
        api.documents().in(conversation, REPORT).isRead(3, 215);
        agent.opensThePage().opens("PAPI");
        agent.button("Annuler « " + REPORT + " »").click();
        assertThat(row(REPORT)).hasCount(0);
        assertThat(api.documents().names()).isEmpty();
        assertThat(agent.page().locator("main")).isFocused();
    }

    @Test
    void whatIsDroppedOrPastedEntersInAnEphemeralConversationToo() {
        agent.opensThePage();
        agent.page().getByLabel("Conversation éphémère").check();
        assertThat(agent.page().evaluate(ENTERS, "dragover")).isEqualTo(true);
        assertThat(agent.page().locator(".drop-over")).containsText("Déposez vos fichiers ici");
        agent.page().evaluate(ENTERS, "drop");
        assertThat(agent.page().locator(".drop-over")).hasCount(0);
        assertThat(api.documents().next().conversationId).isEqualTo("~conversation-1");

        agent.page().evaluate(ENTERS, "paste");
        assertThat(api.documents().next().conversationId).isEqualTo("~conversation-1");
        assertThat(row("glissé.pdf")).hasCount(2);
    }

    @Test
    void aRefusalStandsInTheServersWordsAndCanBeTriedAgain() {
        browser.expectsError("409|503");
        api.answers(UPLOAD, 503, Problem.of("documents-busy", 503, "La lecture est saturée.", true));
        conversationWithTheReport();
        agent.opensThePage().opens("PAPI");
        picks(AFTER);
        assertThat(row(AFTER)).containsText("La lecture est saturée.");
        assertThat(announcements()).containsText("La lecture est saturée.");

        api.answers(
                UPLOAD, 409, Problem.of("document-already-there", 409, "Ce document est déjà là, au numéro 1.", false));
        agent.button("Réessayer « " + AFTER + " »").click();
        assertThat(row(AFTER)).containsText("déjà là, au numéro 1");
        assertThat(agent.button("Réessayer « " + AFTER + " »")).hasCount(0);
        agent.button("Retirer « " + AFTER + " » de la liste").click();
        assertThat(row(AFTER)).hasCount(0);
        assertThat(agent.heading("Documents")).isFocused();
    }

    @Test
    void aReadingThatFailsIsTriedAgainWithTheSameFile() {
        agent.opensThePage();
        picks(REPORT);
        api.documents().next().fails(Problem.of("document-reader-crashed", 500, "La lecture s’est interrompue.", true));
        assertThat(row(REPORT)).containsText("La lecture s’est interrompue.");
        agent.button("Réessayer « " + REPORT + " »").click();
        api.documents().next().isReady(3);
        assertThat(row(REPORT)).containsText("3 pages lues");
        assertThat(api.documents().names()).containsExactly(REPORT);
    }

    @Test
    void whatIsBeyondTheLimitsIsNotSent() {
        api.answers(
                "GET /api/documents/limits",
                200,
                Map.of("maxBytes", 5, "maxPages", 1000, "maxPerConversation", 20, "extensions", List.of(".pdf")));
        agent.opensThePage();
        picks(REPORT);
        assertThat(row(REPORT)).containsText("Document trop volumineux");
        assertThat(row(REPORT)).containsText("Rien n’a été envoyé.");
        assertThat(agent.heading("Quel est votre objectif ?")).isVisible();
        assertThat(api.documents().names()).isEmpty();
    }

    @Test
    void whatCameWithAMailStandsBesideIt() {
        var conversation = api.conversation("Courriel");
        var mail = api.documents().in(conversation, "courriel.eml").isReady(1);
        mail.notRead = List.of(new NotRead("photo.heic", "Format non reconnu."));
        var attached = api.documents().in(conversation, "annexe.pdf").isReady(2);
        attached.partOf = mail.id;
        attached.recognised = List.of(1, 2);
        agent.opensThePage().opens("Courriel");
        assertThat(row("annexe.pdf").last()).containsText("Joint à « courriel.eml »");
        assertThat(row("annexe.pdf").last()).containsText("lecture optique : 1, 2");
        assertThat(row("courriel.eml").first()).containsText("Pièce jointe non lue : « photo.heic »");
    }

    @Test
    void oneIsErasedOnlyAfterAQuestion() {
        conversationWithTheReport();
        agent.opensThePage().opens("PAPI");
        agent.button("Effacer « " + REPORT + " »").click();
        agent.page().keyboard().press("Escape");
        assertThat(row(REPORT)).hasCount(1);
        agent.button("Effacer « " + REPORT + " »").click();
        agent.button("Effacer le document").click();
        assertThat(row(REPORT)).hasCount(0);
        assertThat(api.documents().names()).isEmpty();
        assertThat(announcements()).containsText("« " + REPORT + " » effacé.");
    }

    @Test
    void filesGoOnWhileAnotherConversationIsOpen() {
        api.conversation("Autre").with("Les digues ?", "Elles protègent.");
        agent.opensThePage();
        var hold = api.holds(UPLOAD);
        picks(REPORT);
        hold.awaitCall();
        agent.opens("Autre");
        assertThat(agent.answers()).hasCount(1);
        hold.release();
        assertThat(api.documents().next().name).isEqualTo(REPORT);
        agent.page().goBack();
        assertThat(row(REPORT)).containsText("En attente de lecture");
    }
}
