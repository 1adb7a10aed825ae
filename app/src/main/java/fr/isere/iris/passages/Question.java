package fr.isere.iris.passages;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a question asks about: its terms without the words of asking. */
record Question(FrenchText french) {

    /** Far more than a question has; a pasted text must not become a query of thousands of clauses. */
    static final int MOST_TERMS = 200;

    private static final String ASKING =
            "quel quelle quels quelles comment combien quand pourquoi quoi que qui est-ce document documents texte fichier page pages"
                    + " dire disent dit explique expliquer expliquez résume résumer résumé donne donner donnez indique indiquer peux pouvez pourrais pourriez"
                    + " voudrais veux savoir merci bonjour stp svp parle parler concerne concernant trouve trouver existe faut prévoit prévoient prévu"
                    + " cite citer article articles exactement précisément";

    Set<String> terms(String question) {
        Set<String> terms = new LinkedHashSet<>(french.terms(question));
        terms.removeAll(List.copyOf(french.terms(ASKING)));
        return terms;
    }
}
