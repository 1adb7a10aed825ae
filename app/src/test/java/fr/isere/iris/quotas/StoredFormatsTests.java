package fr.isere.iris.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.retention.StoredJson;
import fr.isere.iris.testing.OtherVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What somebody used today, written by another version of IRIS. */
class StoredFormatsTests {

    @Test
    void whatVersionOneWroteIsRead() {
        Used used = OtherVersion.read("{\"requests\":3,\"tokens\":400,\"running\":[\"a\"]}", Used.class);

        assertThat(used).isEqualTo(new Used(3, 400, List.of("a")));
    }

    @Test
    void whatAnOlderVersionDidNotCountIsNothing() {
        assertThat(StoredJson.read(new JsonMapper(), "{\"requests\":3}", Used.class))
                .isEqualTo(new Used(3, 0, List.of()));
    }
}
