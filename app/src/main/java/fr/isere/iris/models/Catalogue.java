package fr.isere.iris.models;

import fr.isere.iris.models.CatalogueListing.Listed;
import fr.isere.iris.models.ConfigFiles.ConfigFile;
import fr.isere.iris.problems.StartRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The models that ops and the référents IA describe, all of them valid.
 *
 * @param entries by file name
 */
record Catalogue(List<Listed> entries) {

    Catalogue {
        entries = List.copyOf(entries);
    }

    /** By file name. */
    List<ModelDescription> models() {
        return entries.stream().map(Listed::model).toList();
    }

    /**
     * Reads and checks every file.
     *
     * @throws StartRefused with one line for each thing that is wrong, as {@code file:line: reason}
     */
    static Catalogue read(ConfigFiles files) {
        Map<String, String> prompts = files.systemPrompts();
        CheckedFile.Reader reader = new CheckedFile.Reader("catalogue.schema.json");
        List<String> problems = new ArrayList<>();
        Map<String, Listed> entries = new LinkedHashMap<>();
        for (ConfigFile file : files.list("catalogue", ".yaml")) {
            CatalogueEntry entry = new CatalogueEntry(reader.read(file));
            problems.addAll(entry.problems(prompts));
            if (entry.problems(prompts).isEmpty()) {
                Listed listed = entry.listed(prompts);
                String id = listed.model().id();
                if (entries.putIfAbsent(id, listed) != null) {
                    problems.add(entry.at("/id") + "another file has the id '" + id + "' already");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new StartRefused("the catalogue of models is wrong:\n" + String.join("\n", problems));
        }
        return new Catalogue(List.copyOf(entries.values()));
    }

    /** The one with this id. */
    Optional<ModelDescription> find(String id) {
        return models().stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /** All ids, for a message. */
    String ids() {
        return models().stream().map(ModelDescription::id).collect(Collectors.joining(", "));
    }
}
