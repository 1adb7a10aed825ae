package fr.isere.iris.bias;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom or what a pronoun may stand for, as far as it has been read. */
final class Subjects {

    private enum Kind {
        NONE,
        PERSON,
        THING,
        OTHER
    }

    /** Before the first token. */
    private static final int NEVER = -1;

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final Mentions mentions;
    private Kind subject = Kind.NONE;
    private Gender gender = Gender.UNTOLD;
    private boolean subjectIsNew;
    private final Map<Gender, Integer> lastPerson = new EnumMap<>(Gender.class);
    private final Map<Gender, Integer> lastThing = new EnumMap<>(Gender.class);
    private final Map<Gender, Integer> personSentence = new EnumMap<>(Gender.class);
    private int sentence;
    private int at;

    Subjects(Tokens tokens, Lexicon lexicon, Mentions mentions) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.mentions = mentions;
    }

    /**
     * Reads on to this token.
     *
     * @param isObject whether it is a pronoun before a verb, not a determiner
     */
    void see(int index, boolean isObject) {
        at = index;
        Token word = tokens.at(index);
        if (tokens.startsSentence(index) && word.kind() == Token.Kind.WORD) {
            subjectIsNew = false;
            sentence = index;
        }
        if (isObject || mentions.at(index).isPresent() || word.is("il", "elle")) {
            return;
        }
        Gender told = Determiners.gender(word);
        boolean determiner =
                told != Gender.UNTOLD && tokens.at(index + 1).kind() == Token.Kind.WORD && !word.is("tout", "toute");
        if (determiner
                && !lexicon.file().personObjects().contains(tokens.at(index + 1).lower())) {
            lastThing.put(told, index);
            begin(Kind.THING, told);
        } else if (word.is("je", "j'", "vous", "nous", "tu", "on", "les", "des", "l'", "mon", "son")) {
            begin(Kind.OTHER, Gender.UNTOLD);
        }
    }

    void person(Mention mention) {
        for (Gender told : new Gender[] {Gender.FEMININE, Gender.MASCULINE}) {
            if (mention.gender().mayBe(told)) {
                lastPerson.put(told, at);
                personSentence.put(told, sentence);
            }
        }
        begin(Kind.PERSON, mention.gender());
    }

    /** A pronoun that stands for a person. */
    void pronoun(Gender told) {
        lastPerson.put(told, at);
        subject = Kind.PERSON;
        gender = told;
        subjectIsNew = true;
    }

    /** A subject that is nobody. */
    void other() {
        begin(Kind.OTHER, Gender.UNTOLD);
    }

    private void begin(Kind kind, Gender told) {
        if (!subjectIsNew) {
            subject = kind;
            gender = told;
            subjectIsNew = true;
        }
    }

    /** Whether the sentence speaks of a person first. */
    boolean isAboutAPerson() {
        return subject == Kind.PERSON;
    }

    /** Whether the text names a person of this gender anywhere. */
    boolean anyPerson(Gender told) {
        return mentions.all().stream().anyMatch(mention -> mention.gender().mayBe(told));
    }

    /** Whether a pronoun at this place stands for a person; null where it cannot be told. */
    @Nullable
    Boolean isPerson(int index, Gender told) {
        if (!anyPerson(told)) {
            return false;
        }
        if ((subject == Kind.PERSON && gender.mayBe(told)) || says(index)) {
            return true;
        }
        if (subject == Kind.THING && gender.mayBe(told)) {
            return null;
        }
        Gender place = told == Gender.UNTOLD ? Gender.FEMININE : told;
        boolean sinceAnyThing = lastThing.getOrDefault(place, NEVER) < personSentence.getOrDefault(place, NEVER);
        return (lastPerson.containsKey(place) && sinceAnyThing) ? Boolean.TRUE : null;
    }

    /** Whether what follows the pronoun can be said of a person only. */
    private boolean says(int index) {
        int next = index + 1;
        while (tokens.at(next)
                .is(
                        "ne", "n'", "a", "avait", "est", "était", "été", "se", "s'", "très", "trop", "peu", "plus",
                        "pas", "déjà", "y", "me", "m'")) {
            next++;
        }
        Token word = tokens.at(next);
        boolean age = word.kind() == Token.Kind.NUMBER && tokens.at(next + 1).is("ans");
        return age
                || lexicon.file().personVerbs().contains(word.lower())
                || lexicon.file().qualities().contains(word.lower())
                || lexicon.nouns().of(word).isPresent()
                || (Determiners.isOne(word) && mentions.at(next).isPresent());
    }
}
