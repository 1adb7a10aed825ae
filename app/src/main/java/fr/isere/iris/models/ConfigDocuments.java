package fr.isere.iris.models;

import java.util.List;
import java.util.Map;

/** The YAML files that ops and référents edit, those of their own folder before those that IRIS ships. */
public interface ConfigDocuments {

    /**
     * The files of a folder whose names begin so, by name, in the form that the code uses.
     *
     * @param schema name of a file of {@code schemas/}
     * @throws fr.isere.iris.problems.StartRefused with one line for each thing that is wrong, as {@code file:line: reason}
     */
    <T> Map<String, T> read(String folder, String beginning, String schema, Class<T> type);

    /** SHA-256, in lower-case hexadecimal, over the names and texts of all files of prompts: {@code prompts/} and {@code system-prompts/}. */
    String promptsDigest();

    /** Folders whose files are prompts, with their ending. */
    List<List<String>> PROMPTS = List.of(List.of("prompts", ".yaml"), List.of("system-prompts", ".md"));
}
