package fr.isere.iris.chat;

import java.util.Locale;

/** Constants as the HTTP contract spells them. */
final class Names {

    private Names() {}

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
