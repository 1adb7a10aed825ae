package fr.isere.iris.exports;

import fr.isere.iris.chat.Citation;
import fr.isere.iris.chat.Composition;
import fr.isere.iris.chat.Consulted;
import fr.isere.iris.chat.GivenAnswer;
import fr.isere.iris.models.Usage;
import fr.isere.iris.verification.Evidence;
import fr.isere.iris.verification.Finding;
import fr.isere.iris.verification.Finding.Kind;
import fr.isere.iris.verification.Finding.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** An answer with everything in it that a document must keep. */
final class Samples {

    static final String REMINDER = "IRIS peut se tromper, même avec assurance\u00a0: vérifiez avant d’utiliser.";

    static final String TEXT = """
        ### Objet

        Le programme mobilise **14,2 M€** [p. 37] *sous réserve* du vote ; voir `art. 4`.
        Il finit en 2031 [p. 14].

        #### Étapes

        1. Études
           - digues
           - berges
        2. Travaux

        7. Reprise

        > L’État finance 40 %.

        | Financeur | Montant |
        | :-- | --: |
        | État | 5,68 M€ |
        | Département |
        | Région | 2 M€ | de trop |

        ```
        ligne 1
          ligne 2 <b>
        ```

        ---

        Fin <script>alert('x')</script> & suite, voir [le portail](https://opendata.isere.fr/).
        """;

    private Samples() {}

    static GivenAnswer answer(String text, Composition.Method method, List<Finding> findings, Set<Integer> checked) {
        return new GivenAnswer(
                "conversation",
                "owner",
                "2",
                "Note sur l’Isère amont",
                "1",
                "CANARI : la question ne sort pas",
                text,
                Instant.parse("2026-03-01T13:05:00Z"),
                true,
                "Mistral Small 3.2",
                method,
                false,
                List.of(
                        new Citation(0, 1, "d1", 37, List.of(new Citation.Span(0, 0, 4))),
                        new Citation(2, 3, "d1", 14, List.of())),
                findings,
                checked,
                List.of(new Consulted("d1", List.of(1, 2, 3, 14, 37), 212)),
                new Usage(1, 2));
    }

    static List<Finding> findings() {
        return List.of(
                new Finding(Kind.AMOUNT, Verdict.SUPPORTED, "14,2 M€", 25, 32, null),
                new Finding(Kind.DATE, Verdict.NOT_FOUND, "2031", 60, 64, null),
                new Finding(
                        Kind.PERCENTAGE,
                        Verdict.CONTRADICTED,
                        "40 %",
                        100,
                        104,
                        new Evidence("d1", 38, 0, 0, 4, "L’État finance 35 %")),
                new Finding(Kind.FIGURE, Verdict.NO_SOURCE, "7", 120, 121, null));
    }

    static Sources sources() {
        Sources sources = new Sources();
        sources.put("d1", new SourceLine(1, "Rapport PAPI.pdf", List.of(14, 37), List.of(14), 5, 212, true));
        return sources;
    }

    /** With one point checked, two left, and one that the sources support. */
    static Paper paper() {
        return paper(TEXT, Composition.Method.GENERATIVE);
    }

    static Paper paper(String text, Composition.Method method) {
        Checklist checklist = Checklist.done(findings(), Set.of(120), Set.of(60, 100));
        GivenAnswer answer = answer(text, method, findings(), Set.of(120));
        Instant now = Instant.parse("2026-03-02T08:00:00Z");
        return new Papers(answer, Reviewer.of("Camille Martin"), checklist, sources(), now).paper(REMINDER);
    }

    /** As {@link #paper()}, of a text of about this many characters. */
    static Paper longPaper(int length) {
        return paper((TEXT + "\n\n").repeat(length / TEXT.length()), Composition.Method.GENERATIVE);
    }
}
