package fr.isere.iris.identity;

/** What a signed-in person may do. Every agent and élu chats; the other two add duties, never a way to read others. */
public enum Role {
    AGENT,
    ELU,
    EXPLOITANT,
    REFERENT
}
