package fr.isere.iris.summaries;

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
}
