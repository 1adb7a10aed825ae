package fr.isere.iris.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CharterTextTests {

    private static final LocalDate SAME_DAY = LocalDate.of(2026, 3, 1);

    private final CharterText charter = new CharterText(
            "3",
            SAME_DAY,
            "",
            "",
            "",
            List.of(rule(1, "one"), rule(2, "two, twice rewritten"), rule(3, "three"), rule(4, "new")),
            List.of(
                    change("3", rewritten(2, "two, rewritten"), rewritten(3, "three, for a day"), rewritten(4, null)),
                    change("2", rewritten(2, "two"), rewritten(3, "three")),
                    change("1")));

    @Test
    void whoAcceptedAVersionSeesThoseAfterItEvenOfTheSameDay() {
        assertThat(versionsSince("1")).containsExactly("3", "2");
        assertThat(versionsSince("2")).containsExactly("3");
        assertThat(versionsSince("3")).isEmpty();
    }

    @Test
    void whoAcceptedAVersionNobodyKnowsSeesAll() {
        assertThat(versionsSince("0")).containsExactly("3", "2", "1");
    }

    @Test
    void rulesAreComparedWithThoseThatWereAcceptedHoweverManyVersionsLieBetween() {
        assertThat(charter.rewrittenSince("1")).containsExactly(rewritten(2, "two"), rewritten(4, null));
        assertThat(charter.rewrittenSince("2"))
                .containsExactly(rewritten(2, "two, rewritten"), rewritten(3, "three, for a day"), rewritten(4, null));
        assertThat(charter.rewrittenSince("3")).isEmpty();
    }

    private static CharterText.Rule rule(int number, String text) {
        return new CharterText.Rule(number, "", text, "");
    }

    private static CharterText.Change change(String version, CharterText.Rewritten... rules) {
        return new CharterText.Change(version, SAME_DAY, "", List.of(rules));
    }

    private static CharterText.Rewritten rewritten(int number, @Nullable String before) {
        return new CharterText.Rewritten(number, before);
    }

    private List<String> versionsSince(String accepted) {
        return charter.changesSince(accepted).stream()
                .map(CharterText.Change::version)
                .toList();
    }
}
