package fr.isere.iris.models;

/** The standing instructions of {@code system-prompts/}, in the words of the référents IA. */
public interface SystemPrompts {

    /**
     * One of them.
     *
     * @param name of its file, as in {@code questions.md}
     * @throws fr.isere.iris.problems.StartRefused if there is no such file
     */
    String named(String name);
}
