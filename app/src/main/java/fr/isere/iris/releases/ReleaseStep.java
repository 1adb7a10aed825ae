package fr.isere.iris.releases;

import fr.isere.iris.identity.Audited;
import java.util.Map;
import java.util.TreeMap;

/**
 * Somebody, or IRIS by itself, took a step with a release.
 *
 * @param person who
 * @param step what: a constant of the code
 * @param more details of the step, all codes
 */
record ReleaseStep(String person, String step, String release, String model, Map<String, String> more)
        implements Audited {

    ReleaseStep {
        more = Map.copyOf(more);
    }

    static ReleaseStep of(String person, String step, Release release) {
        return new ReleaseStep(person, step, release.id(), release.model().id(), Map.of());
    }

    /** The same, with a detail. */
    ReleaseStep with(String name, String value) {
        Map<String, String> all = new TreeMap<>(more);
        all.put(name, value);
        return new ReleaseStep(person, step, release, model, all);
    }

    @Override
    public String action() {
        return "release-" + step;
    }

    @Override
    public Map<String, String> details() {
        Map<String, String> all = new TreeMap<>(more);
        all.put("release", release);
        all.put("model", model);
        return all;
    }
}
