package fr.isere.iris.retention;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what was stored as JSON, maybe by another version of IRIS that runs beside this one. A field that this version does not know is
 * passed over, one that is missing is none, or zero; what it cannot make sense of otherwise, such as a state that it does not know, does
 * not open here, and is left as it is for the version that can.
 */
public final class StoredJson {

    private StoredJson() {}

    /**
     * What the text says.
     *
     * @throws Unreadable with {@link Unreadable.Reason#FORMAT} if this version does not understand it
     */
    public static <T> T read(JsonMapper json, String text, Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .readValue(text);
        } catch (JacksonException e) {
            throw new Unreadable(Unreadable.Reason.FORMAT); // never with its cause: it quotes the text
        }
    }
}
