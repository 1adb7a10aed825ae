package fr.isere.iris.bias;

import fr.isere.iris.bias.Token.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the people whom a text names. Rather none than a street, a college, or the stone that begins a sentence. */
final class Mentions {

    private static final Set<String> PARTICLES = Set.of("de", "du", "le", "la", "el", "ben", "da", "dos", "van", "von");
    private static final Set<String> SMALL = Set.of("de", "du", "des", "la", "le", "les", "l'", "d'");

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final Map<Integer, Mention> byFirst = new HashMap<>();
    private final Set<String> surnamesSeen = new HashSet<>();
    private final Set<Integer> lasts = new HashSet<>();
    private final List<Token> unclear = new ArrayList<>();
    private List<Mention> all = List.of();

    private Mentions(Tokens tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
    }

    static Mentions in(Tokens tokens, Lexicon lexicon) {
        Mentions found = new Mentions(tokens, lexicon);
        found.find();
        found.againByTheirSurnames();
        found.all = found.byFirst.values().stream()
                .sorted(Comparator.comparingInt(Mention::first))
                .toList();
        found.all.forEach(mention -> found.lasts.add(mention.last()));
        return found;
    }

    /** The one that begins with this token. */
    Optional<Mention> at(int index) {
        return Optional.ofNullable(byFirst.get(index));
    }

    List<Mention> all() {
        return all;
    }

    /** Whether one ends with this token. */
    boolean endsAt(int index) {
        return lasts.contains(index);
    }

    /** Names of whom it cannot be told whether they are first names or surnames. */
    List<Token> unclear() {
        return List.copyOf(unclear);
    }

    private void find() {
        for (int i = 0; i < tokens.size(); i++) {
            Mention mention = beginningAt(i);
            if (mention != null) {
                byFirst.put(i, mention);
                mention.surnames()
                        .forEach(
                                at -> surnamesSeen.add(Lexicon.key(tokens.at(at).text())));
                i = mention.last();
            }
        }
    }

    private @Nullable Mention beginningAt(int i) {
        boolean withPoint = tokens.at(i + 1).is(".");
        Optional<Form> title = titleAt(i, withPoint);
        if (title.isPresent()) {
            return titled(i, withPoint ? i + 1 : i, title.get().gender());
        }
        if (namesAThing(i)) {
            return null;
        }
        Mention named = named(i, i, -1, Gender.UNTOLD);
        return named == null ? noun(i) : named;
    }

    private Optional<Form> titleAt(int i, boolean withPoint) {
        Token word = tokens.at(i);
        if (!word.isCapital() && !word.is("madame", "monsieur")) {
            return Optional.empty();
        }
        Optional<Form> pointed = withPoint ? lexicon.civility(word, true) : Optional.empty();
        return pointed.isPresent() ? pointed : lexicon.civility(word, false);
    }

    /** A title is a person's where a name follows; "Madame, Monsieur," is nobody's. */
    private @Nullable Mention titled(int title, int last, Gender gender) {
        int next = tokens.at(last).is(".") || !tokens.at(last + 1).is(".") ? last + 1 : last + 2;
        if (!tokens.at(next).isCapital()) {
            return null;
        }
        Mention named = named(next, title, title, gender);
        if (named != null) {
            return named;
        }
        int end = surnameFrom(next);
        return new Mention(title, end, gender, List.of(), range(next, end), -1, title);
    }

    private @Nullable Mention named(int at, int first, int title, Gender told) {
        Token word = tokens.at(at);
        Token next = tokens.at(at + 1);
        if (word.isAllCapitals() && lexicon.isFirstName(next) && !next.isAllCapitals()) {
            return mention(first, List.of(at + 1), range(at, at), at + 1, title, told);
        }
        if (!lexicon.isFirstName(word)) {
            return null;
        }
        boolean surnameFollows = tokens.at(at + 1).isCapital() || isParticleBeforeName(at + 1);
        if (title >= 0 && !surnameFollows) {
            // "M. Martin": with a title alone it is a surname.
            return null;
        }
        int end = surnameFollows ? surnameFrom(at + 1) : at;
        if (title < 0 && lexicon.isAmbiguous(word) && !saysItIsAPerson(at, end)) {
            return null;
        }
        return mention(first, List.of(at), end > at ? range(at + 1, end) : List.of(), end, title, told);
    }

    private Mention mention(
            int first, List<Integer> firstNames, List<Integer> surnames, int last, int title, Gender told) {
        Token name = tokens.at(firstNames.get(0));
        Gender gender = told != Gender.UNTOLD || lexicon.isEpicene(name)
                ? told
                : lexicon.firstName(name).map(Lexicon.FirstName::gender).orElse(Gender.UNTOLD);
        return new Mention(first, last, gender, firstNames, surnames, -1, title);
    }

    /** The surname from here on: two capitalised words at most, with their particles. */
    private int surnameFrom(int at) {
        int end = at;
        while (isParticleBeforeName(end)) {
            end++;
        }
        boolean isDouble = tokens.at(end + 1).isCapital()
                && !tokens.endsSentence(end)
                && (tokens.at(end).isAllCapitals() == tokens.at(end + 1).isAllCapitals());
        return isDouble && !lexicon.isFirstName(tokens.at(end + 1)) ? end + 1 : end;
    }

    private boolean isParticleBeforeName(int at) {
        return PARTICLES.contains(tokens.at(at).lower())
                && tokens.at(at).isCapital()
                && tokens.at(at + 1).isCapital();
    }

    /** A name that is another word too is a person's beside a known surname, an age, or a verb that only people do. */
    private boolean saysItIsAPerson(int at, int end) {
        if (end > at && lexicon.surname(tokens.at(end)).isPresent()) {
            return true;
        }
        if (lexicon.nouns().of(tokens.at(at - 1)).isPresent()) {
            return true;
        }
        int next = tokens.at(end + 1).is(",", "(") ? end + 2 : end + 1;
        boolean age =
                tokens.at(next).kind() == Kind.NUMBER && tokens.at(next + 1).is("ans");
        boolean verb = end == at
                && (lexicon.file().personVerbs().contains(tokens.at(next).lower())
                        || (tokens.at(next).is("a", "avait")
                                && tokens.at(next + 1).kind() == Kind.NUMBER
                                && tokens.at(next + 2).is("ans")));
        if ((age || verb) && end == at && lexicon.surname(tokens.at(at)).isPresent()) {
            unclear.add(tokens.at(at));
            return false;
        }
        return age || verb;
    }

    /** Whether a street, a school or a saint bears this name. */
    private boolean namesAThing(int at) {
        int before = at - 1;
        while (at - before <= 3 && SMALL.contains(tokens.at(before).lower())) {
            before--;
        }
        Token word = tokens.at(before);
        // "collège Sophie Martin": the first name stands between.
        if (before == at - 1 && lexicon.isFirstName(word)) {
            return namesAThing(before);
        }
        return lexicon.file().placeWords().contains(word.lower());
    }

    /** A determiner and a noun for a person: "la meilleure candidate", "l'agent". */
    private @Nullable Mention noun(int at) {
        if (!Determiners.isOne(tokens.at(at))) {
            return null;
        }
        int noun = at + 1;
        while (noun - at < 3 && lexicon.before().of(tokens.at(noun)).isPresent()) {
            noun++;
        }
        Optional<Form> form = lexicon.nouns().of(tokens.at(noun));
        if (form.isEmpty() || isInclusive(noun) || isNoPerson(noun)) {
            return null;
        }
        if (form.get().isPlural() != Determiners.isPlural(tokens.at(at))) {
            return null;
        }
        Gender gender = form.get().gender() == Gender.UNTOLD
                ? Determiners.gender(tokens.at(at))
                : form.get().gender();
        return new Mention(at, noun, gender, List.of(), List.of(), noun, -1);
    }

    /** "candidat·e", "agent(e)": both genders already. */
    boolean isInclusive(int word) {
        Token next = tokens.at(word + 1);
        return next.start() == tokens.at(word).end()
                && (next.is("·", "•") || (next.is("(") && tokens.at(word + 2).is("e", "e-s", "es", "ne", "trice")));
    }

    /** "l'agent pathogène", "droits de l'homme", "pour le conseiller". */
    private boolean isNoPerson(int noun) {
        Token word = tokens.at(noun);
        Token next = tokens.at(noun + 1);
        if (word.is("agent", "agents")) {
            return next.is(
                    "pathogène", "chimique", "biologique", "infectieux", "conservateur", "pathogènes", "chimiques");
        }
        if (word.is("homme")) {
            return tokens.at(noun - 1).is("l'")
                    && tokens.at(noun - 2).is("de")
                    && tokens.at(noun - 3).is("droits");
        }
        if (word.is("conseiller")) {
            return tokens.at(noun - 2).is("pour", "de", "à", "comment", "sans");
        }
        return word.is("chargé", "chargée") && !next.is("de", "d'");
    }

    /** Whoever was named with her surname is meant by the surname alone, too. */
    private void againByTheirSurnames() {
        for (int i = 0; i < tokens.size(); i++) {
            Token word = tokens.at(i);
            Mention here = byFirst.get(i);
            if (here != null) {
                i = here.last();
            } else if (word.isCapital() && surnamesSeen.contains(Lexicon.key(word.text())) && !namesAThing(i)) {
                byFirst.put(i, new Mention(i, i, Gender.UNTOLD, List.of(), List.of(i), -1, -1));
                unclear.remove(word);
            }
        }
    }

    private static List<Integer> range(int from, int to) {
        List<Integer> all = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            all.add(i);
        }
        return all;
    }
}
