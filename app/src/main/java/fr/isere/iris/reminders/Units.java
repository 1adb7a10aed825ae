package fr.isere.iris.reminders;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The units of the file, by the words that name them. */
final class Units {

    private final Map<String, RulesText.UnitText> byName = new HashMap<>();

    Units(List<RulesText.UnitText> units) {
        units.forEach(unit -> unit.names().forEach(name -> byName.put(Lexemes.folded(name), unit)));
    }

    Optional<RulesText.UnitText> named(Lexeme lexeme) {
        return lexeme instanceof Lexeme.Word word ? Optional.ofNullable(byName.get(word.form())) : Optional.empty();
    }
}
