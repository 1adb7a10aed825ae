package fr.isere.iris.bias;

import fr.isere.iris.bias.SubstitutionFile.Commune;
import fr.isere.iris.bias.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Exchanges where people live. A place that the text speaks of for anything else stays, and then nothing is exchanged. */
final class AddressExchange {

    /** So far before a place stands, at most, what says that somebody lives there. */
    private static final int REACH = 9;

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final Edits edits;
    private final List<Obstacle> obstacles = new ArrayList<>();

    private AddressExchange(Tokens tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        edits = new Edits(tokens);
    }

    static Exchange of(Tokens tokens, Lexicon lexicon) {
        return new AddressExchange(tokens, lexicon).exchange();
    }

    private Exchange exchange() {
        for (List<Commune> pair : lexicon.file().communes()) {
            commune(pair.get(0), pair.get(1));
            commune(pair.get(1), pair.get(0));
        }
        for (List<String> pair : lexicon.file().quarters()) {
            quarter(pair.get(0), pair.get(1));
            quarter(pair.get(1), pair.get(0));
        }
        if (edits.isEmpty()) {
            return Exchange.none(tokens.text(), new Obstacle(Obstacle.Kind.NOTHING_TO_EXCHANGE, null));
        }
        return obstacles.isEmpty() ? edits.made() : Exchange.none(tokens.text(), obstacles.get(0));
    }

    private void commune(Commune from, Commune to) {
        List<Integer> places = find(from.name());
        List<Integer> lived =
                places.stream().filter(at -> isLivedIn(at, from.code())).toList();
        lived.forEach(at -> {
            int last = at + Tokens.of(from.name()).size() - 1;
            edits.writeName(at, last, to.name());
            if (tokens.at(at - 1).is(from.code())) {
                edits.write(at - 1, at - 1, to.code());
            }
        });
        spokenOf(places, lived);
    }

    private void quarter(String from, String to) {
        List<Integer> places = find(from).stream()
                .filter(at -> from.contains(" ")
                        || from.contains("'")
                        || tokens.at(at - 1).is("quartier", "cité", "de", "à"))
                .toList();
        List<Integer> lived = places.stream()
                .filter(at -> isLivedIn(at, "") || inItsQuarter(at))
                .toList();
        int length = Tokens.of(from).size();
        lived.forEach(at -> edits.writeAt(
                tokens.at(at).start(),
                tokens.at(at + length - 1).end(),
                tokens.at(at).inItsCase(to)));
        spokenOf(places, lived);
    }

    /** "du quartier Teisseire" after somebody who comes from there. */
    private boolean inItsQuarter(int at) {
        return tokens.at(at - 1).is("quartier")
                && tokens.at(at - 2).is("du")
                && tokens.at(at - 3).is("habitant", "habitante");
    }

    /** Spoken of for something else too: it cannot be exchanged for one thing alone. */
    private void spokenOf(List<Integer> places, List<Integer> lived) {
        if (!lived.isEmpty() && lived.size() < places.size()) {
            obstacles.add(new Obstacle(
                    Obstacle.Kind.PLACE_SPOKEN_OF, tokens.at(places.get(0)).text()));
        }
    }

    /** Where this name stands, whole. */
    private List<Integer> find(String name) {
        Tokens wanted = Tokens.of(name);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i + wanted.size() <= tokens.size(); i++) {
            if (standsAt(i, wanted)) {
                found.add(i);
            }
        }
        return found;
    }

    private boolean standsAt(int at, Tokens wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            Token word = tokens.at(at + i);
            if (!word.lower().equals(wanted.at(i).lower()) || (wanted.at(i).isCapital() && !word.isCapital())) {
                return false;
            }
        }
        return true;
    }

    private boolean isLivedIn(int at, String code) {
        if (!code.isEmpty() && tokens.at(at - 1).is(code)) {
            return true;
        }
        for (int i = at - 1; i >= at - REACH && !tokens.endsSentence(i); i--) {
            Token word = tokens.at(i);
            if (lexicon.file().livesAt().contains(word.lower())) {
                return true;
            }
            // Another verb or a proposition between: "habite Voiron et travaille à Meylan".
            if (word.is("et", "mais", "travaille", "travaillant", "exerce", ";") && word.kind() != Kind.EDGE) {
                return false;
            }
        }
        return false;
    }
}
