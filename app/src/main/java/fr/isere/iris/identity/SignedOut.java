package fr.isere.iris.identity;

/**
 * Somebody left. A session that ends by itself is not told.
 *
 * @param person {@link CurrentUser#id()}
 */
public record SignedOut(String person) implements Audited {

    @Override
    public String action() {
        return "signed-out";
    }
}
