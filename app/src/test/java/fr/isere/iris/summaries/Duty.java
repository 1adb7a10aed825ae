package fr.isere.iris.summaries;

import java.util.Locale;
import java.util.regex.Pattern;

/** What every instruction that reaches the model must ask of it, in one wording or another. */
enum Duty {
    NO_DECISION("ne décidez (de )?rien|vous ne décidez de rien"),
    NO_JUDGEMENT("ne jugez (personne|, )|vous ne jugez, ne notez"),
    UNCERTAINTY("n’êtes pas sûr, vous le dites|dites-le au lieu de choisir"),
    NO_INVENTION(
            "n’inventez ni chiffre|recopiez (exactement )?les (chiffres|montants)|recopiez exactement les montants"),
    SOURCES(
            "dites d’où vient ce que vous affirmez|terminez chaque phrase (qui affirme quelque chose )?par (la page|le repère de la page)");

    private final Pattern wording;

    Duty(String wording) {
        this.wording = Pattern.compile(wording);
    }

    boolean isIn(String instructions) {
        return wording.matcher(instructions.toLowerCase(Locale.FRENCH)).find();
    }
}
