package fr.isere.iris.problems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, told to the person: {@code name} finds the French title and detail in {@code problems.properties}.
 * Its message holds that name and nothing else, so that no content reaches a log through it.
 */
public class ProblemException extends RuntimeException {

    private final String name;
    private final HttpStatus status;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> properties = new LinkedHashMap<>();

    /**
     * @param name key of the texts, and the end of {@code urn:iris:problem:<name>}
     * @param status of the HTTP answer
     * @param arguments of the texts: numbers, durations, names of settings; never content
     */
    public ProblemException(String name, HttpStatus status, Object... arguments) {
        super(name);
        this.name = name;
        this.status = status;
        this.arguments = List.of(arguments);
    }

    /** Adds a member to the problem's JSON: what the page needs to go on, never content. */
    public ProblemException with(String property, Object value) {
        properties.put(property, value);
        return this;
    }

    /** The members of the problem's JSON beside those that all have. */
    public Map<String, Object> properties() {
        return properties;
    }

    /** The key of the texts. */
    public String name() {
        return name;
    }

    /** The status of the HTTP answer. */
    public HttpStatus status() {
        return status;
    }

    /** The arguments of the texts. */
    public List<Object> arguments() {
        return arguments;
    }
}
