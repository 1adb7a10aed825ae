package fr.isere.iris.bias;

import fr.isere.iris.bias.SubstitutionFile.Ages;
import fr.isere.iris.bias.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Exchanges ages and years of birth: who begins becomes who has experience. Durations stay, and so do ages on which rights hang. */
final class AgeExchange {

    private static final Set<String> AGED = Set.of("âgé", "âgée", "âgés", "âgées");
    private static final Set<String> BORN = Set.of("né", "née");
    private static final Set<String> NOT_AN_AGE =
            Set.of("d'expérience", "d'", "de", "après", "avant", "plus", "auparavant");
    private static final int SCHOOL_LEAVING = 16;

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final Ages ages;
    private final int year;
    private final Mentions mentions;
    private final Edits edits;
    private final List<Obstacle> obstacles = new ArrayList<>();
    private int youngest = Integer.MAX_VALUE;

    private AgeExchange(Tokens tokens, Lexicon lexicon, int year) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.year = year;
        ages = lexicon.file().ages();
        mentions = Mentions.in(tokens, lexicon);
        edits = new Edits(tokens);
    }

    /** @param year of today, from which years of birth count */
    static Exchange of(Tokens tokens, Lexicon lexicon, int year) {
        return new AgeExchange(tokens, lexicon, year).exchange();
    }

    private Exchange exchange() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.at(i).kind() == Kind.NUMBER && isAge(i)) {
                take(i, number(i), false);
            } else if (BORN.contains(tokens.at(i).lower())) {
                birth(i);
            }
        }
        if (!edits.isEmpty()) {
            contradictions();
        }
        if (!obstacles.isEmpty()) {
            return Exchange.none(tokens.text(), obstacles.get(0));
        }
        return edits.isEmpty()
                ? Exchange.none(tokens.text(), new Obstacle(Obstacle.Kind.NOTHING_TO_EXCHANGE, null))
                : edits.made();
    }

    private int number(int at) {
        String digits = tokens.at(at).text();
        return digits.length() <= 4 ? Integer.parseInt(digits) : -1;
    }

    /** "âgée de 45 ans", "a 45 ans", "Sophie, 45 ans", "une femme de 45 ans", "(45 ans)". */
    private boolean isAge(int at) {
        if (!tokens.at(at + 1).is("ans")
                || NOT_AN_AGE.contains(tokens.at(at + 2).lower())) {
            return false;
        }
        int before = at - 1;
        while (tokens.at(before).is("de", "d'", "environ", "presque", "déjà", "aujourd'", "hui")) {
            before--;
        }
        Token word = tokens.at(before);
        if (AGED.contains(word.lower()) || word.is("âge")) {
            return true;
        }
        if (word.is("a", "ai", "avait", "aura")) {
            return !tokens.at(before - 1).is("y") && isSaidOfAPerson(before);
        }
        int behind = word.is(",", "(") ? before - 1 : before;
        boolean ofAPerson = mentions.endsAt(behind);
        return ofAPerson || (behind != before && personEndsBefore(behind));
    }

    private boolean isSaidOfAPerson(int verb) {
        int subject = tokens.at(verb - 1).is("n'", "qui") ? verb - 2 : verb - 1;
        return tokens.at(subject).is("il", "elle", "j'") || mentions.endsAt(subject);
    }

    /** "Sophie Martin, agente d'accueil, 45 ans": the person is named in the same sentence, not far. */
    private boolean personEndsBefore(int at) {
        for (int i = at; i > at - 8 && !tokens.endsSentence(i); i--) {
            if (mentions.endsAt(i)) {
                return true;
            }
        }
        return false;
    }

    private void take(int at, int age, boolean asYear) {
        if (!ages.holds(age)) {
            obstacles.add(new Obstacle(Obstacle.Kind.AGE_WITH_RIGHTS, tokens.words(at, asYear ? 1 : 2)));
            return;
        }
        int other = ages.exchanged(age);
        youngest = Math.min(youngest, other);
        edits.write(at, at, Integer.toString(asYear ? year - other : other));
    }

    /** "née en 1979", "né le 12 mars 1979", "né le 12/03/1979". */
    private void birth(int at) {
        for (int i = at + 1; i <= at + 7 && !tokens.endsSentence(i); i++) {
            Token token = tokens.at(i);
            if (token.kind() == Kind.NUMBER && token.text().length() == 4) {
                int age = year - number(i);
                if (age >= 0 && age < 120) {
                    take(i, age, true);
                }
                return;
            }
        }
    }

    /** Twenty years of experience at the age of 23, a degree of before the birth, a "jeune femme" of 57. */
    private void contradictions() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.at(i);
            boolean years = token.kind() == Kind.NUMBER && tokens.at(i + 1).is("ans") && !isAge(i);
            if (years && number(i) > youngest - SCHOOL_LEAVING) {
                obstacles.add(new Obstacle(Obstacle.Kind.CONTRADICTS_AGE, tokens.words(i, 4)));
            }
            boolean since = token.is("depuis", "en")
                    && isYear(i + 1)
                    && !BORN.contains(tokens.at(i - 1).lower());
            if (since && number(i + 1) < year - youngest + SCHOOL_LEAVING) {
                obstacles.add(new Obstacle(Obstacle.Kind.CONTRADICTS_AGE, tokens.words(i, 2)));
            }
            if (token.is("jeune", "senior", "retraité", "retraitée", "junior") && isOfAPerson(i)) {
                obstacles.add(new Obstacle(Obstacle.Kind.CONTRADICTS_AGE, token.text()));
            }
        }
    }

    private boolean isYear(int at) {
        return tokens.at(at).kind() == Kind.NUMBER && number(at) > 1900 && number(at) <= year;
    }

    private boolean isOfAPerson(int at) {
        return mentions.all().stream().anyMatch(mention -> mention.first() <= at && at <= mention.last())
                || tokens.at(at - 1).is("est", "était")
                || lexicon.nouns().of(tokens.at(at - 1)).isPresent();
    }
}
