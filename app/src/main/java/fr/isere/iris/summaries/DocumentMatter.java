package fr.isere.iris.summaries;

import java.util.List;

/** Documents, passage by passage. */
record DocumentMatter(Chunks cutting, List<Source> sources) implements Matter {

    DocumentMatter {
        sources = List.copyOf(sources);
    }

    @Override
    public List<Chunk> chunks(int room) {
        return cutting.of(sources, room);
    }

    @Override
    public Chunk whole() {
        return cutting.whole(sources);
    }

    @Override
    public String nothing() {
        return sources.size() > 1
                ? "Ces documents n’ont aucun texte à résumer."
                : "Ce document n’a aucun texte à résumer.";
    }
}
