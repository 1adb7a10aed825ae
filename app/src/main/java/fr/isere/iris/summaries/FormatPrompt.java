package fr.isere.iris.summaries;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How one format is written, as its file in {@code model-config/prompts} has it.
 *
 * @param title of the format, on the screen
 * @param extractive whether copied sentences can make it
 * @param passage what the model is to note of one passage
 * @param merge how it joins the notes of several
 * @param last how it writes the text
 * @param sections of the text, in their order; none for a text without
 * @param lengths by {@link Length#id}
 */
record FormatPrompt(
        String title,
        boolean extractive,
        String passage,
        String merge,
        @JsonProperty("final") String last,
        List<Section> sections,
        Map<String, Measure> lengths) {

    FormatPrompt {
        sections = List.copyOf(sections);
        lengths = Map.copyOf(lengths);
    }

    /**
     * A section of the text.
     *
     * @param about what belongs there
     */
    record Section(String title, String about) {}

    /**
     * One length.
     *
     * @param words about so many, when a model writes
     * @param sentences at most so many, when they are copied
     */
    record Measure(int words, int sentences) {}

    /** The schema asks for all three. */
    Measure measure(Length length) {
        return Objects.requireNonNull(lengths.get(length.id()));
    }
}
