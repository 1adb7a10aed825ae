package fr.isere.iris.bias;

import fr.isere.iris.bias.SubstitutionFile.Usage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Exchanges names for names of another usage and of the same gender. */
final class OriginExchange {

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final Mentions mentions;
    private final NamesExchanged names = new NamesExchanged();
    private final Set<String> written = new HashSet<>();
    private @Nullable Token unknown;

    private OriginExchange(Tokens tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        mentions = Mentions.in(tokens, lexicon);
    }

    static Exchange of(Tokens tokens, Lexicon lexicon) {
        return new OriginExchange(tokens, lexicon).exchange();
    }

    private Exchange exchange() {
        for (int i = 0; i < tokens.size(); i++) {
            written.add(Lexicon.key(tokens.at(i).text()));
        }
        // Those with a first name first: it tells the usage of a surname that the data does not know.
        mentions.all().stream()
                .filter(mention -> !mention.firstNames().isEmpty())
                .forEach(this::named);
        mentions.all().stream()
                .filter(mention -> mention.firstNames().isEmpty())
                .forEach(this::surnamed);
        Edits edits = new Edits(tokens);
        names.write(mentions, tokens, edits);
        if (!mentions.unclear().isEmpty()) {
            return none(Obstacle.Kind.WHICH_NAME, mentions.unclear().get(0));
        }
        if (unknown != null) {
            return none(Obstacle.Kind.UNKNOWN_NAME, unknown);
        }
        return edits.isEmpty() ? none(Obstacle.Kind.NOTHING_TO_EXCHANGE, null) : edits.made();
    }

    private Exchange none(Obstacle.Kind kind, @Nullable Token word) {
        return Exchange.none(tokens.text(), new Obstacle(kind, word == null ? null : word.text()));
    }

    private void named(Mention mention) {
        Token name = tokens.at(mention.firstNames().get(0));
        Optional<Lexicon.FirstName> known = lexicon.firstName(name);
        if (known.isEmpty()) {
            // Borne in one usage by women and men: who bears it keeps it, the surname tells the usage.
            surnamed(mention);
            return;
        }
        Usage from = known.get().usage();
        lexicon.usage(from.exchangedFor()).ifPresent(to -> {
            boolean feminine = mention.gender() == Gender.FEMININE
                    || (mention.gender() == Gender.UNTOLD && known.get().gender() == Gender.FEMININE);
            List<String> others = to.firstNames().stream()
                    .map(pair -> pair.get(feminine ? 0 : 1))
                    .toList();
            take(name.text(), others, known.get().place());
            surnames(mention, from, to);
        });
    }

    private void surnamed(Mention mention) {
        for (int at : mention.surnames()) {
            Token name = tokens.at(at);
            if (names.has(name.text())) {
                return;
            }
            Optional<Usage> from = lexicon.surname(name);
            from.flatMap(usage -> lexicon.usage(usage.exchangedFor()))
                    .ifPresentOrElse(to -> surnames(mention, from.orElseThrow(), to), () -> unknown = name);
            if (from.isPresent()) {
                unknown = unknown == null || unknown.equals(name) ? null : unknown;
                return;
            }
        }
    }

    /** A surname of several words gives place to one word; its particles go with it. */
    private void surnames(Mention mention, Usage from, Usage to) {
        for (int at : mention.surnames()) {
            Token name = tokens.at(at);
            int place = Math.max(0, from.surnames().indexOf(name.inItsCase(name.lower())));
            int known = IntStream.range(0, from.surnames().size())
                    .filter(i -> Lexicon.key(from.surnames().get(i)).equals(name.lower()))
                    .findFirst()
                    .orElse(place + name.text().length());
            take(name.text(), to.surnames(), known);
        }
    }

    /** The name at this place of the list, or the next that nobody in the text bears. */
    private void take(String name, List<String> others, int place) {
        if (names.has(name)) {
            return;
        }
        for (int i = 0; i < others.size(); i++) {
            String other = others.get((place + i) % others.size());
            if (!names.gives(other) && !written.contains(Lexicon.key(other))) {
                names.put(name, other);
                return;
            }
        }
    }
}
