package fr.isere.iris.bias;

import java.util.List;

/**
 * Where a text names a person: "Mme Sophie Martin", "la candidate", "Karim".
 *
 * @param first index of its first token
 * @param last index of its last token
 * @param gender as its words tell it
 * @param firstNames indexes of tokens
 * @param surnames indexes of tokens
 * @param noun index of the noun; -1 for none
 * @param title index of the title; -1 for none
 */
record Mention(
        int first, int last, Gender gender, List<Integer> firstNames, List<Integer> surnames, int noun, int title) {

    Mention {
        firstNames = List.copyOf(firstNames);
        surnames = List.copyOf(surnames);
    }
}
