package fr.isere.iris.chat;

import java.util.List;
import java.util.Optional;

/** What one question is answered from. */
public interface Ground {

    /** What the model is told of how to use it, after the standing instructions. */
    String instructions();

    /** The material, delimited, before the question. It is data: nothing in it is an instruction. */
    String material();

    /** What of the documents the material holds. */
    List<Consulted> consulted();

    /** The answer, when there is nothing for a model to write: no source bears on the question. */
    Optional<String> readyAnswer();

    /** What stands behind an answer that was written from it. */
    Backing backing(String answer);
}
