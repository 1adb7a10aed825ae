package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.isere.iris.problems.StartRefused;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeHoursTests {

    /** January in France: an hour ahead of UTC; the 5th is a Monday. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-05T05:49:00Z, ",
        "2026-01-05T05:50:00Z, 47400",
        "2026-01-05T18:00:00Z, 3600",
        "2026-01-05T18:59:00Z, 300",
        "2026-01-05T19:00:00Z, ",
        "2026-01-10T12:00:00Z, ",
        "2026-07-06T17:00:00Z, 3600",
    })
    void modelsAreKeptFromAWhileBeforeTheOfficeOpensUntilItCloses(Instant now, @Nullable Long seconds) {
        OfficeHours hours = OfficeHours.parse("MON-FRI 07:00-20:00", Clock.fixed(now, ZoneOffset.UTC));

        assertThat(hours.now().map(time -> time.toSeconds()).orElse(null)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "always", "FRI-MON 07:00-20:00", "MON-FRI 20:00-07:00", "MON-FRI 7-20", "MON-FRI 25:00-26:00"
            })
    void whatIsNoHoursIsSaidAtTheStart(String text) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> OfficeHours.parse(text, Clock.systemUTC()))
                .withMessageContaining("iris.models.office-hours");
    }
}
