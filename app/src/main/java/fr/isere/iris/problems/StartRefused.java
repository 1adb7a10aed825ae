package fr.isere.iris.problems;

/** IRIS must not start: the message is the one line that ops reads, and names the setting to mend. */
public class StartRefused extends RuntimeException {

    /** @param line one line: the property, its environment variable, what is wrong */
    public StartRefused(String line) {
        super(line);
    }
}
