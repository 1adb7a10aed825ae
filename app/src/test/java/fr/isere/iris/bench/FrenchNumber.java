package fr.isere.iris.bench;

/** A number below a billion in letters, as they are written in France. */
final class FrenchNumber {

    private static final String[] SMALL = {
        "zéro",
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "dix-sept",
        "dix-huit",
        "dix-neuf"
    };
    private static final String[] TENS = {"", "", "vingt", "trente", "quarante", "cinquante", "soixante"};

    private FrenchNumber() {}

    static String of(long number) {
        if (number >= 1_000_000) {
            long millions = number / 1_000_000;
            return joined(of(millions) + (millions > 1 ? " millions" : " million"), number % 1_000_000);
        }
        if (number >= 1_000) {
            long thousands = number / 1_000;
            return joined(
                    thousands == 1 ? "mille" : of(thousands).replaceFirst("cents$", "cent") + " mille", number % 1_000);
        }
        if (number >= 100) {
            long hundreds = number / 100;
            String name = hundreds == 1 ? "cent" : of(hundreds) + (number % 100 == 0 ? " cents" : " cent");
            return joined(name, number % 100);
        }
        return belowHundred((int) number);
    }

    private static String joined(String name, long rest) {
        return rest == 0 ? name : name + " " + of(rest);
    }

    private static String belowHundred(int number) {
        if (number < 20) {
            return SMALL[number];
        }
        if (number < 70) {
            int unit = number % 10;
            return TENS[number / 10] + (unit == 0 ? "" : unit == 1 ? " et un" : "-" + SMALL[unit]);
        }
        if (number < 80) {
            return number == 71 ? "soixante et onze" : "soixante-" + SMALL[number - 60];
        }
        return number == 80 ? "quatre-vingts" : "quatre-vingt-" + SMALL[number - 80];
    }
}
