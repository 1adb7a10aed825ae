package fr.isere.iris.summaries;

import fr.isere.iris.chat.Backing;
import fr.isere.iris.chat.Composition;
import fr.isere.iris.chat.Consulted;
import java.util.List;

/** A text written from documents, whoever writes it: what was asked, and of what. */
abstract class DocumentComposition implements Composition {

    private final Asked asked;

    DocumentComposition(Asked asked) {
        this.asked = asked;
    }

    Asked asked() {
        return asked;
    }

    @Override
    public String request() {
        return asked.request();
    }

    @Override
    public String order() {
        return asked.order();
    }

    @Override
    public List<Consulted> consulted() {
        return asked.consulted();
    }

    /** Nothing stands behind what was stopped before its first word: its documents may be gone, and are not read for it. */
    @Override
    public final Backing backing(String text) {
        return text.isEmpty() ? Backing.NONE : behind(text);
    }

    /** What stands behind words that were written. */
    abstract Backing behind(String text);
}
