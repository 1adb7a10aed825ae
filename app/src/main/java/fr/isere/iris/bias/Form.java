package fr.isere.iris.bias;

/**
 * A word in one gender and number, and its form in the other gender.
 *
 * @param other the same word in the other gender, small
 */
record Form(String other, Gender gender, boolean isPlural) {

    boolean changes(String word) {
        return !other.equals(word);
    }
}
