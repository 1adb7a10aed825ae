package fr.isere.iris.bias;

import java.util.Optional;
import java.util.Set;

/** Puts into the other gender what agrees with the person just named: "Mme Martin, née à Voiron, est très motivée et compétente". */
final class Agreement {

    private static final Set<String> COPULAS = Set.of(
            "est",
            "était",
            "sera",
            "serait",
            "soit",
            "fut",
            "été",
            "être",
            "étant",
            "semble",
            "semblait",
            "paraît",
            "reste",
            "restait",
            "devient",
            "deviendra",
            "suis",
            "es");
    private static final Set<String> BETWEEN = Set.of(
            "n'",
            "ne",
            "s'",
            "se",
            "pas",
            "plus",
            "très",
            "trop",
            "bien",
            "peu",
            "assez",
            "toujours",
            "souvent",
            "jamais",
            "déjà",
            "aussi",
            "encore",
            "moins",
            "tout",
            "particulièrement",
            "parfois",
            "récemment",
            "actuellement",
            "qui",
            "non",
            "si",
            "plutôt",
            "vraiment",
            "également");
    /** After these a participle agrees with no subject: "elle a demandé". */
    private static final Set<String> HAVING =
            Set.of("a", "avait", "aura", "aurait", "ai", "as", "ont", "avez", "avons", "ayant");

    private static final Set<String> JOINING = Set.of("et", "ou", "mais", "ni", ",", "(");
    private static final Set<String> BEFORE_TITLE = Set.of("de", "d'", "comme", "que", "tant");

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final Edits edits;
    private final Subjects subjects;
    private boolean attached;
    private boolean subject;
    private boolean predicate;
    private boolean having;

    Agreement(Tokens tokens, Lexicon lexicon, Edits edits, Subjects subjects) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.edits = edits;
        this.subjects = subjects;
    }

    /**
     * What follows agrees with a person.
     *
     * @param isSubject whether a verb that follows is said of her, too: not "le dossier de la candidate est complet"
     */
    void with(boolean isSubject) {
        attached = true;
        subject = isSubject;
        predicate = false;
        having = false;
    }

    /** What follows is said of a person: "je l'ai trouvée". */
    void predicate() {
        with(true);
        predicate = true;
    }

    void end() {
        attached = false;
        predicate = false;
        having = false;
    }

    /** Deals with one word that is neither a person nor a pronoun. */
    void at(int index) {
        Token word = tokens.at(index);
        if (!attached) {
            attached = begins(index);
            subject = attached;
        }
        if (tokens.endsSentence(index)) {
            end();
        } else if (attached) {
            attachedAt(index);
        }
        if (!attached && BEFORE_TITLE.contains(tokens.at(index - 1).lower())) {
            noun(index);
        }
        predicate = attached && (predicate || COPULAS.contains(word.lower()));
    }

    /** After a comma or "et", a verb of being goes on about the sentence's person; so does a quality before the person. */
    private boolean begins(int index) {
        Token word = tokens.at(index);
        boolean goesOn = COPULAS.contains(word.lower()) || word.is("a", "n'", "s'");
        if (goesOn && tokens.at(index - 1).is(",", "et", "qui", ")", "mais") && subjects.isAboutAPerson()) {
            return true;
        }
        return tokens.startsSentence(index)
                && lexicon.adjectives().orRegular(word).isPresent()
                && !lexicon.adjectives().orRegular(word).get().isPlural()
                && personFollows(index);
    }

    /** "Motivée et rigoureuse, elle…", "Recrutée en 2010, Mme Martin…". */
    private boolean personFollows(int index) {
        for (int i = index + 1; i < index + 12 && !tokens.endsSentence(i); i++) {
            if (tokens.at(i).is(",")) {
                Token next = tokens.at(i + 1);
                return next.is("il", "elle", "mme", "m", "madame", "monsieur")
                        || lexicon.isFirstName(next)
                        || (Determiners.isOne(next)
                                && lexicon.nouns().of(tokens.at(i + 2)).isPresent());
            }
        }
        return false;
    }

    private void attachedAt(int index) {
        Token word = tokens.at(index);
        boolean copula = COPULAS.contains(word.lower());
        boolean verb = copula || HAVING.contains(word.lower()) || word.is("n'", "s'");
        if (verb && !subject && !predicate && !tokens.at(index - 1).is("qui")) {
            end();
            return;
        }
        if (verb
                || BETWEEN.contains(word.lower())
                || JOINING.contains(word.lower())
                || isAge(index)
                || lexicon.file().personVerbs().contains(word.lower())) {
            subject |= word.is("qui");
            having = HAVING.contains(word.lower()) || (having && !copula);
            return;
        }
        if (having) {
            end();
            return;
        }
        Optional<Form> form = predicate ? lexicon.adjectives().orRegular(word) : qualityAt(index);
        if (form.isPresent() && !form.get().isPlural()) {
            edits.write(index, index, word.inItsCase(form.get().other()));
        } else if (!noun(index)) {
            end();
        }
    }

    /** Beside the person herself: what the list has, or a participle. */
    private Optional<Form> qualityAt(int index) {
        Optional<Form> listed = lexicon.adjectives().of(tokens.at(index));
        boolean beside = tokens.at(index - 1).kind() == Token.Kind.WORD
                || tokens.at(index - 1).is(",", "(")
                || tokens.startsSentence(index);
        return listed.isPresent() || !beside ? listed : lexicon.adjectives().orRegular(tokens.at(index));
    }

    /** "une femme de 45 ans, divorcée". */
    private boolean isAge(int index) {
        return tokens.at(index).kind() == Token.Kind.NUMBER
                || (tokens.at(index).is("de") && tokens.at(index + 1).kind() == Token.Kind.NUMBER)
                || (tokens.at(index).is("ans") && tokens.at(index - 1).kind() == Token.Kind.NUMBER);
    }

    /** "agente d'accueil", "en tant que directrice": a person's title without a determiner. */
    private boolean noun(int index) {
        Token word = tokens.at(index);
        Optional<Form> form = lexicon.nouns().of(word);
        if (form.isEmpty() || form.get().isPlural()) {
            return false;
        }
        edits.writeName(index, index, word.inItsCase(form.get().other()));
        return true;
    }
}
