package fr.isere.iris.bias;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The same name for the same person wherever it stands, in e-mail addresses too. */
final class NamesExchanged {

    private final Map<String, String> byName = new HashMap<>();

    void put(String name, String other) {
        byName.putIfAbsent(Lexicon.key(name), other);
    }

    boolean has(String name) {
        return byName.containsKey(Lexicon.key(name));
    }

    boolean gives(String other) {
        return byName.containsValue(other);
    }

    /** Writes each where these mentions name it. */
    void write(Mentions mentions, Tokens tokens, Edits edits) {
        for (Mention mention : mentions.all()) {
            mention.firstNames().forEach(at -> write(tokens, at, edits));
            mention.surnames().forEach(at -> write(tokens, at, edits));
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.at(i).is("@")) {
                address(tokens, i, edits);
            }
        }
    }

    private void write(Tokens tokens, int at, Edits edits) {
        String other = byName.get(Lexicon.key(tokens.at(at).text()));
        if (other != null) {
            edits.writeName(at, at, tokens.at(at).isAllCapitals() ? other.toUpperCase(Locale.FRENCH) : other);
        }
    }

    /** What stands before the @ without a space names the same people, in small letters without accents. */
    private void address(Tokens tokens, int sign, Edits edits) {
        for (int i = sign - 1; tokens.at(i).end() == tokens.at(i + 1).start() && i >= 0; i--) {
            Token part = tokens.at(i);
            byName.forEach((name, other) -> {
                if (plain(name).equals(part.lower())) {
                    edits.writeAt(part.start(), part.end(), plain(other));
                }
            });
        }
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD)
                .chars()
                .filter(c -> c < 128 && c != ' ')
                .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                .toString();
    }
}
