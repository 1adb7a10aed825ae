package fr.isere.iris.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.isere.iris.retention.StoredJson;
import fr.isere.iris.retention.Unreadable;
import tools.jackson.databind.json.JsonMapper;

/** Another version of IRIS beside this one on one Redis: what it wrote is read, or left as it is. */
public final class OtherVersion {

    private static final JsonMapper JSON = new JsonMapper();

    private OtherVersion() {}

    /**
     * This text, as version 0.1 writes it, is read and written the same; a field more, as a newer version may write, is passed over.
     *
     * @return what it says
     */
    public static <T> T read(String text, Class<T> type) {
        T value = StoredJson.read(JSON, text, type);
        assertThat(JSON.readTree(JSON.writeValueAsString(value))).isEqualTo(JSON.readTree(text));
        String newer = text.replaceFirst("\\{", "{\"ofANewerVersion\":{\"and\":[1,{}]},");
        assertThat(StoredJson.read(JSON, newer, type)).isEqualTo(value);
        return value;
    }

    /** This text, with a value that this version does not know, does not open, and is not quoted. */
    public static void doesNotOpen(String text, Class<?> type) {
        assertThatThrownBy(() -> StoredJson.read(JSON, text, type))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.reason()).isEqualTo(Unreadable.Reason.FORMAT))
                .hasNoCause();
    }
}
