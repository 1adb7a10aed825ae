package fr.isere.iris.models;

import java.util.Optional;

/** Models as somebody describes them, whether they are deployed or not: what is evaluated, and what a release binds. */
public interface DescribedModels {

    /** The model on its engine; empty if this installation has no such engine. Opens no connection. */
    Optional<LanguageModel> as(ModelDescription description);
}
