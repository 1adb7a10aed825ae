package fr.isere.iris.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CharterTextTests {

    private static final LocalDate SAME_DAY = LocalDate.of(2026, 3, 1);

    private final CharterText charter = new CharterText(
            "3",
            SAME_DAY,
            "",
            "",
            "",
            List.of(),
            List.of(
                    new CharterText.Change("3", SAME_DAY, "corrected the same day"),
                    new CharterText.Change("2", SAME_DAY, "second"),
                    new CharterText.Change("1", LocalDate.of(2025, 6, 1), "first")));

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

    private List<String> versionsSince(String accepted) {
        return charter.changesSince(accepted).stream()
                .map(CharterText.Change::version)
                .toList();
    }
}
