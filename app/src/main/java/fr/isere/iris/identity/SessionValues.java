package fr.isere.iris.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A session's attributes as JSON. Only types that Spring Security knows come back: what is in Redis cannot name a class to load. */
@Component
class SessionValues {

    /**
     * Version of this form, to be raised when a new Spring Security writes its types otherwise: a session of another version is not
     * misread, but closed to this one. The first did not name itself.
     */
    static final String FORMAT = "1";

    private final JsonMapper json = JsonMapper.builder()
            .addModules(SecurityJacksonModules.getModules(SessionValues.class.getClassLoader()))
            .build();

    String write(Object value) {
        return json.writerFor(Object.class).writeValueAsString(value);
    }

    /** Null if this version of IRIS cannot read it. */
    @Nullable
    Object read(String text) {
        try {
            return json.readValue(text, Object.class);
        } catch (JacksonException e) {
            return null;
        }
    }
}
