package fr.isere.iris.models;

import java.util.List;
import java.util.Optional;

/** The models that this instance can ask. */
public interface LanguageModels {

    /** The one that answers when nobody chose. */
    LanguageModel active();

    /** The one with this catalogue id, if the catalogue has it and its engine is configured. */
    Optional<LanguageModel> find(String id);

    /** All that can be chosen, the active one first. */
    List<LanguageModel> all();
}
