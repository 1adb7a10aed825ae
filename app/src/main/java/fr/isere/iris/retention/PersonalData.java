package fr.isere.iris.retention;

/** What a capability keeps of people, to be erased when one of them leaves. */
public interface PersonalData {

    /**
     * Erases all that is kept of a person, without anybody seeing it.
     *
     * @param pseudonym by {@link Pseudonyms}
     * @return how many things were erased
     */
    int eraseAllOf(String pseudonym);
}
