package fr.isere.iris.bias;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges the genders of all people of a text: names, titles, nouns with their determiners, and all that agrees with them. Since all
 * are exchanged, it need not be known which of them a word speaks of, only that it speaks of a person; where even that cannot be
 * told, nothing is exchanged.
 */
final class GenderExchange {

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final Mentions mentions;
    private final Edits edits;
    private final Agreement agreement;
    private final Subjects subjects;
    private final List<Obstacle> obstacles = new ArrayList<>();

    private GenderExchange(Tokens tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        mentions = Mentions.in(tokens, lexicon);
        edits = new Edits(tokens);
        subjects = new Subjects(tokens, lexicon, mentions);
        agreement = new Agreement(tokens, lexicon, edits, subjects);
    }

    static Exchange of(Tokens tokens, Lexicon lexicon) {
        return new GenderExchange(tokens, lexicon).exchange();
    }

    private Exchange exchange() {
        mentions.unclear().forEach(name -> obstacles.add(new Obstacle(Obstacle.Kind.WHICH_NAME, name.text())));
        boolean somebody = mentions.all().stream().anyMatch(this::isExchangeable);
        if (!somebody) {
            return Exchange.none(tokens.text(), obstacle(Obstacle.Kind.NOTHING_TO_EXCHANGE));
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (lexicon.file().oneGender().contains(tokens.at(i).lower())) {
                obstacles.add(
                        new Obstacle(Obstacle.Kind.GENDER_MATTERS, tokens.at(i).text()));
            }
        }
        names();
        for (int i = 0; i < tokens.size(); i = next(i)) {
            subjects.see(i, tokens.at(i).is("la", "le", "l'") && isObject(i));
        }
        if (!obstacles.isEmpty()) {
            return Exchange.none(tokens.text(), obstacles.get(0));
        }
        return edits.isEmpty()
                ? Exchange.none(tokens.text(), obstacle(Obstacle.Kind.NOTHING_TO_EXCHANGE))
                : edits.made();
    }

    private Obstacle obstacle(Obstacle.Kind kind) {
        return obstacles.isEmpty() ? new Obstacle(kind, null) : obstacles.get(0);
    }

    /** What the text says of the person tells a gender; a surname alone does not. */
    private boolean isExchangeable(Mention mention) {
        boolean named = mention.firstNames().stream()
                .anyMatch(at -> lexicon.firstName(tokens.at(at)).isPresent());
        boolean noun = mention.noun() >= 0
                && !lexicon.nouns().of(tokens.at(mention.noun())).orElseThrow().isPlural();
        return mention.title() >= 0 || named || (noun && mention.gender() != Gender.UNTOLD);
    }

    private void names() {
        NamesExchanged names = new NamesExchanged();
        for (Mention mention : mentions.all()) {
            for (int at : mention.firstNames()) {
                Token name = tokens.at(at);
                if (!lexicon.isEpicene(name)) {
                    lexicon.firstName(name).ifPresent(known -> names.put(name.text(), known.partner()));
                }
            }
        }
        names.write(mentions, tokens, edits);
    }

    /** Deals with what begins here; the index of what comes next. */
    private int next(int i) {
        Optional<Mention> mention = mentions.at(i);
        if (mention.isPresent()) {
            return person(mention.get());
        }
        Token word = tokens.at(i);
        if (word.is("il", "elle", "ils", "elles", "lui", "eux")) {
            return pronoun(i);
        }
        if (word.is("la", "le", "l'") && isObject(i)) {
            return object(i);
        }
        if (word.is("madame", "monsieur") && !isSalutation(i)) {
            lexicon.civility(word, false)
                    .ifPresent(form ->
                            edits.write(i, i, word.inItsCase(form.other().toLowerCase(Locale.FRENCH))));
            return i + 1;
        }
        agreement.at(i);
        return i + 1;
    }

    /** "Madame, Monsieur," speaks to whoever reads. */
    private boolean isSalutation(int i) {
        return tokens.at(i + 2).is("monsieur", "madame") || tokens.at(i - 2).is("madame", "monsieur");
    }

    private int person(Mention mention) {
        if (mention.title() >= 0) {
            boolean point = tokens.at(mention.title() + 1).is(".");
            int title = mention.title();
            lexicon.civility(tokens.at(title), point)
                    .or(() -> lexicon.civility(tokens.at(title), false))
                    .ifPresent(form -> edits.write(title, point ? title + 1 : title, form.other()));
        }
        if (mention.noun() >= 0) {
            new NounPhrase(tokens, lexicon, edits).exchange(mention);
        }
        subjects.person(mention);
        Token before = tokens.at(mention.first() - 1);
        boolean behindPreposition = before.is(
                "de", "d'", "du", "des", "à", "au", "pour", "avec", "par", "sur", "chez", "contre", "sans", "selon");
        agreement.with(!behindPreposition && !tokens.at(mention.first()).is("du", "au"));
        return mention.last() + 1;
    }

    private int pronoun(int i) {
        Token word = tokens.at(i);
        boolean disjunctive = Pronouns.isDisjunctive(tokens, i);
        if (word.is("lui", "eux") && !disjunctive) {
            return i + 1;
        }
        if (word.is("il") && Pronouns.isImpersonal(tokens, i)) {
            agreement.end();
            subjects.other();
            return i + 1;
        }
        boolean plural = word.is("ils", "elles", "eux");
        Gender gender = word.is("elle", "elles") ? Gender.FEMININE : Gender.MASCULINE;
        if (plural && gender == Gender.MASCULINE) {
            return group(i);
        }
        @Nullable Boolean person = subjects.isPerson(i, gender);
        if (person == null) {
            obstacles.add(new Obstacle(Obstacle.Kind.UNCLEAR_WHO, tokens.words(i, 4)));
        } else if (person) {
            Pronouns.write(tokens, i, disjunctive, edits);
            if (!disjunctive) {
                subjects.pronoun(gender);
                agreement.with(true);
            }
        }
        return i + 1;
    }

    /** "ils" of women and men alike stays; of men alone it might be of others too. */
    private int group(int i) {
        if (subjects.anyPerson(Gender.MASCULINE) && !subjects.anyPerson(Gender.FEMININE)) {
            obstacles.add(new Obstacle(Obstacle.Kind.GROUP, tokens.words(i, 4)));
        }
        agreement.end();
        return i + 1;
    }

    /** "je la reçois", "comment la convaincre", "je l'ai reçue". */
    private boolean isObject(int i) {
        Token next = tokens.at(i + 1);
        if (tokens.at(i).is("l'")) {
            return next.is("ai", "a", "as", "avons", "avez", "ont", "avait")
                    && tokens.at(i + 2).kind() == Token.Kind.WORD;
        }
        return lexicon.file().personObjects().contains(next.lower())
                || (tokens.at(i - 1).is("je", "tu", "nous", "vous", "on", "ne") && !Determiners.isOne(next));
    }

    private int object(int i) {
        Token word = tokens.at(i);
        if (word.is("l'")) {
            Gender gender = lexicon.adjectives()
                    .orRegular(tokens.at(i + 2))
                    .map(Form::gender)
                    .orElse(Gender.UNTOLD);
            if (Boolean.TRUE.equals(subjects.isPerson(i, gender))) {
                agreement.predicate();
                return i + 2;
            }
            return i + 1;
        }
        Gender gender = word.is("la") ? Gender.FEMININE : Gender.MASCULINE;
        boolean surely =
                lexicon.file().personObjects().contains(tokens.at(i + 1).lower()) && subjects.anyPerson(gender);
        @Nullable Boolean person = surely ? Boolean.TRUE : subjects.isPerson(i, gender);
        if (person == null) {
            obstacles.add(new Obstacle(Obstacle.Kind.UNCLEAR_WHO, tokens.words(i, 3)));
        } else if (person) {
            edits.write(i, i, word.inItsCase(word.is("la") ? "le" : "la"));
        }
        return i + 1;
    }
}
