package fr.isere.iris.problems;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, told to the person: {@code name} finds the French title and detail in {@code problems.properties}.
 * Its message holds that name and nothing else, so that no content reaches a log through it.
 */
public class ProblemException extends RuntimeException {

    private final String name;
    private final HttpStatus status;
    private final transient List<Object> arguments;

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
