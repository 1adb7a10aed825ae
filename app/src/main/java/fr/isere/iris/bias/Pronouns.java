package fr.isere.iris.bias;

import java.util.Set;

/** The pronouns that tell a gender. */
final class Pronouns {

    private static final Set<String> BEFORE_DISJUNCTIVE = Set.of(
            "avec",
            "pour",
            "chez",
            "sans",
            "contre",
            "sur",
            "selon",
            "derrière",
            "devant",
            "de",
            "d'",
            "à",
            "par",
            "envers",
            "qu'",
            "entre",
            "que",
            "comme",
            "en");
    private static final Set<String> AFTER_IMPERSONAL = Set.of(
            "faut",
            "faudra",
            "faudrait",
            "fallait",
            "y",
            "convient",
            "conviendrait",
            "existe",
            "pleut",
            "suffit",
            "semble",
            "paraît",
            "s'",
            "m'",
            "vaut",
            "importe",
            "n'y");
    private static final Set<String> BE = Set.of("est", "était", "sera", "serait", "a", "reste", "apparaît");

    private Pronouns() {}

    /** "pour elle", "avec lui"; not "pour lui dire", where it is an object of either gender. */
    static boolean isDisjunctive(Tokens tokens, int at) {
        Token before = tokens.at(at - 1);
        if (!BEFORE_DISJUNCTIVE.contains(before.lower())
                || (before.is("qu'", "que") && tokens.at(at).is("il", "elle"))) {
            return false;
        }
        String next = tokens.at(at + 1).lower();
        boolean infinitive = next.length() > 3
                && (next.endsWith("er") || next.endsWith("ir") || next.endsWith("re") || next.endsWith("oir"));
        return tokens.at(at).is("elle", "elles") || !infinitive;
    }

    /** "il faut", "il est nécessaire de", "il a été décidé que". */
    static boolean isImpersonal(Tokens tokens, int at) {
        Token before = tokens.at(at - 1);
        int next = at + 1;
        if (before.is("-") || before.is("t-")) {
            return tokens.at(at - 2).is("y", "faut", "faudrait", "suffit");
        }
        while (tokens.at(next).is("ne", "n'", "me", "nous", "vous", "lui", "leur")) {
            next++;
        }
        if (tokens.at(next).is("s'") && !tokens.at(next + 1).is("agit", "agissait", "avère")) {
            return false;
        }
        if (AFTER_IMPERSONAL.contains(tokens.at(next).lower())) {
            return true;
        }
        if (!BE.contains(tokens.at(next).lower())) {
            return false;
        }
        for (int i = next + 1; i <= next + 4; i++) {
            if (tokens.at(i).is("que", "qu'")) {
                return true;
            }
            if (tokens.at(i).is("de", "d'") && tokens.at(i + 1).lower().length() > 3) {
                String verb = tokens.at(i + 1).lower();
                return verb.endsWith("er") || verb.endsWith("ir") || verb.endsWith("re") || verb.endsWith("oir");
            }
            if (tokens.at(i).kind() != Token.Kind.WORD) {
                return false;
            }
        }
        return false;
    }

    /** Writes the pronoun of the other gender, with "si" before it as it must be. */
    static void write(Tokens tokens, int at, boolean disjunctive, Edits edits) {
        Token word = tokens.at(at);
        Token before = tokens.at(at - 1);
        String other = other(word, disjunctive);
        if (before.is("s'") && word.is("il")) {
            edits.write(at - 1, at, before.inItsCase("si ") + "elle");
        } else if (before.is("si") && word.is("elle")) {
            edits.write(at - 1, at, before.inItsCase("s'") + "il");
        } else {
            edits.writeName(at, at, word.inItsCase(other));
        }
    }

    private static String other(Token word, boolean disjunctive) {
        return switch (word.lower()) {
            case "il", "lui" -> "elle";
            case "elle" -> disjunctive ? "lui" : "il";
            case "elles" -> disjunctive ? "eux" : "ils";
            default -> "elles";
        };
    }
}
