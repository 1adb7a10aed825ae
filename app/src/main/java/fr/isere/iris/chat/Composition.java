package fr.isere.iris.chat;

import fr.isere.iris.models.Generation;
import java.util.List;

/**
 * A text that a capability writes into a conversation, in the place of a model's answer to a message: a summary. It streams, is stored,
 * resumed, stopped and shown like any answer.
 */
public interface Composition {

    /** What was asked, as the person's message says it, in French. */
    String request();

    /** What it takes to write it again: given back to {@link Composer#again}. */
    String order();

    /** Who writes it, as the screen says it: a model's name, or that none writes. */
    String writer();

    /** How it is written. */
    Method method();

    /** What it is written from. */
    List<Consulted> consulted();

    /** Begins, and returns at once; the listener hears what {@link fr.isere.iris.models.LanguageModel#answer} promises. */
    Generation begin(CompositionListener listener);

    /** What stands behind the final text. */
    Backing backing(String text);

    /** How a text came to be. */
    enum Method {
        /** A model wrote it. */
        GENERATIVE,
        /** Sentences copied from documents. */
        EXTRACTIVE,
        /** Documents were searched, and nothing was found that a model could write from. */
        SEARCH
    }
}
