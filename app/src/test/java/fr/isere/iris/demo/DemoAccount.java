package fr.isere.iris.demo;

import java.util.List;

/**
 * Somebody who can sign in to the demonstration.
 *
 * @param username what is typed
 * @param name what is shown
 * @param group of the provider, which gives the role
 */
public record DemoAccount(String username, String name, String group) {

    /** One for each role. */
    public static final List<DemoAccount> ALL = List.of(
            new DemoAccount("agent", "Camille Martin", "iris-agents"),
            new DemoAccount("elue", "Nadia Berthet", "iris-elus"),
            new DemoAccount("exploitant", "Hugo Roche", "iris-exploitants"),
            new DemoAccount("referent", "Inès Lambert", "iris-referents"));
}
