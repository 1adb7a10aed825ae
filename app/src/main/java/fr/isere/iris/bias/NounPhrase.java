package fr.isere.iris.bias;

/** A determiner, adjectives and a noun for a person, put into the other gender together. */
final class NounPhrase {

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final Edits edits;

    NounPhrase(Tokens tokens, Lexicon lexicon, Edits edits) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.edits = edits;
    }

    void exchange(Mention mention) {
        Form noun = lexicon.nouns().of(tokens.at(mention.noun())).orElseThrow();
        // A masculine plural names women and men alike.
        if (mention.gender() == Gender.UNTOLD || (noun.isPlural() && mention.gender() == Gender.MASCULINE)) {
            return;
        }
        Gender to = mention.gender() == Gender.FEMININE ? Gender.MASCULINE : Gender.FEMININE;
        String next = "";
        for (int i = mention.noun(); i > mention.first(); i--) {
            Token word = tokens.at(i);
            Form form = (i == mention.noun() ? lexicon.nouns() : lexicon.before())
                    .of(word)
                    .orElseThrow();
            next = i == mention.noun() ? noun(mention, form) : beforeNoun(form, next);
            edits.write(i, i, word.inItsCase(next));
        }
        if (!noun.isPlural()) {
            determiner(mention.first(), to, next);
        }
    }

    /** "sa femme" is "son mari", "une femme" is "un homme". */
    private String noun(Mention mention, Form form) {
        Token determiner = tokens.at(mention.first());
        boolean hers = determiner.is("ma", "ta", "sa", "votre", "leur") && mention.noun() == mention.first() + 1;
        return hers && tokens.at(mention.noun()).is("femme") ? "mari" : form.other();
    }

    private static String beforeNoun(Form form, String next) {
        return switch (form.other()) {
            case "nouveau" -> Lexicon.elides(next) ? "nouvel" : "nouveau";
            case "vieux" -> Lexicon.elides(next) ? "vieil" : "vieux";
            default -> form.other();
        };
    }

    private void determiner(int at, Gender to, String next) {
        Token word = tokens.at(at);
        String other = Determiners.exchanged(word.lower(), to, next);
        Token before = tokens.at(at - 1);
        int last = at;
        int first = at;
        if (other.equals("le ") && before.is("de", "à")) {
            other = before.is("de") ? "du " : "au ";
            first = at - 1;
        }
        // The space behind it is the text's own, unless it was elided or comes to be.
        boolean wasElided = word.lower().endsWith("'");
        String written = tokens.at(first).inItsCase(other);
        if (written.endsWith(" ") && !wasElided) {
            edits.write(first, last, written.stripTrailing());
        } else if (!written.endsWith(" ") && !wasElided) {
            edits.writeAt(
                    tokens.at(first).start(),
                    tokens.at(at + 1).end(),
                    written + tokens.at(at + 1).inItsCase(next));
        } else {
            edits.write(first, last, written);
        }
    }
}
