package fr.isere.iris.identity;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Somebody came in from the provider; without a role, no further. */
record SignedIn(String person, Set<Role> roles) implements Audited {

    @Override
    public String action() {
        return "signed-in";
    }

    @Override
    public Map<String, String> details() {
        String names = new TreeSet<>(roles).stream().map(Role::name).collect(Collectors.joining("."));
        return Map.of("roles", names.isEmpty() ? "none" : names);
    }
}
