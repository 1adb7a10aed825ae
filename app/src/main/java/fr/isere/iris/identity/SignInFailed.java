package fr.isere.iris.identity;

import java.util.Map;

/** The provider did not say who somebody is. */
record SignInFailed(String reason) implements Audited {

    @Override
    public String person() {
        return NOBODY;
    }

    @Override
    public String action() {
        return "sign-in-failed";
    }

    @Override
    public Map<String, String> details() {
        return Map.of("reason", reason);
    }
}
