package fr.isere.iris.documents;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.OtherVersion;
import org.junit.jupiter.api.Test;

/** What is known of documents, written by another version of IRIS. */
class StoredFormatsTests {

    private static final String ENTRY = "{\"id\":\"d\",\"number\":1,\"name\":\"CANARI-7f3a.pdf\",\"bytes\":12,"
            + "\"digest\":\"ab\",\"partOf\":null,\"sentAt\":\"2026-11-28T10:00:00Z\"}";
    private static final String STATE = "{\"conversationId\":\"c\",\"stage\":\"READY\",\"kind\":\"PDF\","
            + "\"pagesRead\":3,\"pages\":3,\"unreadable\":[2],\"recognised\":[3],\"problem\":null,"
            + "\"notRead\":[{\"name\":\"a.zip\",\"problem\":\"document-kind\"}]}";

    @Test
    void whatVersionOneWroteIsRead() {
        assertThat(OtherVersion.read(ENTRY, DocumentEntry.class).number()).isEqualTo(1);
        assertThat(OtherVersion.read(STATE, DocumentState.class).stage()).isEqualTo(DocumentState.Stage.READY);
    }

    @Test
    void aStageOrAKindOfANewerVersionDoesNotOpenAndIsNotQuoted() {
        OtherVersion.doesNotOpen(STATE.replace("READY", "TRANSLATED"), DocumentState.class);
        OtherVersion.doesNotOpen(STATE.replace("\"PDF\"", "\"HOLOGRAM\""), DocumentState.class);
    }
}
