package fr.isere.iris.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody signed in asked for what they may not have.
 *
 * @param problem its name, as in {@code forbidden}
 * @param place the template of the address as the code has it, without what stood in it; none if it was refused before one was found
 */
record Refused(String person, String problem, @Nullable String place) implements Audited {

    @Override
    public String action() {
        return "refused";
    }

    @Override
    public Map<String, String> details() {
        return place == null ? Map.of("problem", problem) : Map.of("problem", problem, "place", place);
    }
}
