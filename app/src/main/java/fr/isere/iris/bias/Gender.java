package fr.isere.iris.bias;

/** The grammatical gender of a word; what it says of a person is hers to say. */
enum Gender {
    FEMININE,
    MASCULINE,
    /** Either: the form does not tell. */
    UNTOLD;

    boolean mayBe(Gender other) {
        return this == other || this == UNTOLD || other == UNTOLD;
    }
}
