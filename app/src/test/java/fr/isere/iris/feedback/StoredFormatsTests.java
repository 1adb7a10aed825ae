package fr.isere.iris.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.OtherVersion;
import org.junit.jupiter.api.Test;

/** Opinions and their counts, written by another version of IRIS. */
class StoredFormatsTests {

    private static final String AT = "2026-11-28T10:00:00Z";
    private static final String VOTE = "{\"useful\":false,\"reason\":\"WRONG\","
            + "\"cell\":{\"month\":\"2026-11\",\"task\":\"t\",\"model\":\"m\"},\"at\":\"" + AT + "\",\"written\":true}";
    private static final String VOTES = "{\"byMessage\":{\"2\":" + VOTE + "}}";
    private static final String MONTH = "{\"rows\":[{\"task\":\"t\",\"model\":\"m\",\"people\":5,\"useful\":4,"
            + "\"notUseful\":1,\"reasons\":{\"WRONG\":1}}]}";
    private static final String DAY =
            "{\"hours\":[{\"began\":\"" + AT + "\",\"model\":\"m\",\"votes\":5,\"notUseful\":1}]}";
    private static final String SHARE = "{\"cells\":{\"2026-11|t|m\":2}}";
    private static final String ATTACHED = "{\"at\":\"" + AT + "\",\"endsAt\":\"" + AT + "\",\"task\":\"t\","
            + "\"model\":\"m\",\"useful\":false,\"reason\":\"TONE\",\"text\":\"CANARI-7f3a\",\"question\":null,"
            + "\"answer\":null}";

    @Test
    void whatVersionOneWroteIsRead() {
        assertThat(OtherVersion.read(VOTES, Votes.class).byMessage()).containsKey("2");
        assertThat(OtherVersion.read(MONTH, Month.class).rows()).hasSize(1);
        assertThat(OtherVersion.read(DAY, Day.class).hours()).hasSize(1);
        assertThat(OtherVersion.read(SHARE, Share.class).cells()).hasSize(1);
        assertThat(OtherVersion.read(ATTACHED, Attached.class).reason()).isEqualTo(Reason.TONE);
    }

    @Test
    void aReasonOfANewerVersionDoesNotOpenAndIsNotQuoted() {
        OtherVersion.doesNotOpen(VOTES.replace("WRONG", "TOO_KIND"), Votes.class);
        OtherVersion.doesNotOpen(MONTH.replace("WRONG", "TOO_KIND"), Month.class);
        OtherVersion.doesNotOpen(ATTACHED.replace("TONE", "TOO_KIND"), Attached.class);
    }
}
