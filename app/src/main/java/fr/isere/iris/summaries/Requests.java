package fr.isere.iris.summaries;

import fr.isere.iris.models.LanguageModel;
import fr.isere.iris.models.ModelDescription;
import fr.isere.iris.models.ModelRequest;
import fr.isere.iris.models.Sender;
import fr.isere.iris.models.Turn;
import fr.isere.iris.passages.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the model is asked for one summary, and how much fits. Pure. The instructions come first and are the same for every passage, so
 * that an engine which keeps the beginnings of prompts reads them once; the material follows, delimited; a reminder ends it.
 */
final class Requests {

    /** What an engine's template puts around a turn, at most. */
    private static final int TURN_TOKENS = 8;
    /** Notes take no more than this part of the window: several of them fit into one call later, however badly they are estimated. */
    private static final int NOTES_PART = 6;

    private static final int FEWEST = 64;
    /** Of French prose, by what {@link LanguageModel#tokens} tells of it: words have five to six letters, and spaces count too. */
    private static final double TOKENS_A_WORD = 2;

    private final LanguageModel model;
    private final Rules rules;
    private final FormatPrompt prompt;
    private final Length length;
    private final @Nullable Integer only;
    private final Sender sender;

    /**
     * Requests for one format and length.
     *
     * @param only number of the document, if there is only one
     * @param sender on whose behalf
     */
    Requests(
            LanguageModel model,
            Rules rules,
            FormatPrompt prompt,
            Length length,
            @Nullable Integer only,
            Sender sender) {
        this.model = model;
        this.rules = rules;
        this.prompt = prompt;
        this.length = length;
        this.only = only;
        this.sender = sender;
    }

    /** What is asked of some material. */
    enum Stage {
        PASSAGE,
        MERGE,
        LAST
    }

    boolean several() {
        return only == null;
    }

    PageMarks marks(Collection<PageRef> given) {
        return new PageMarks(given, only);
    }

    /** The pages that a text made from these notes may cite. */
    Set<PageRef> given(Notes notes) {
        return notes.given(only);
    }

    ModelRequest ask(Stage stage, String body) {
        return new ModelRequest(
                List.of(new Turn(Turn.Speaker.SYSTEM, instructions(stage)), new Turn(Turn.Speaker.USER, framed(body))),
                answerTokens(stage),
                sender);
    }

    /** How many tokens of material fit beside the instructions and the answer. */
    int room(Stage stage) {
        ModelDescription description = model.description();
        return description.contextWindow()
                - answerTokens(stage)
                - model.tokens(instructions(stage))
                - model.tokens(framed(""))
                - 3 * TURN_TOKENS;
    }

    boolean fits(Stage stage, String body) {
        return model.tokens(body) <= room(stage);
    }

    /** The material of a call that joins these notes. */
    String body(List<Notes> notes) {
        Quoted quoted = new Quoted(several());
        notes.forEach(one -> quoted.notes(one.about(several()), one.text()));
        return quoted.toString();
    }

    /** Notes that follow each other, as many together as fit into one call that joins them. */
    List<List<Notes>> groups(List<Notes> notes) {
        List<List<Notes>> groups = new ArrayList<>();
        List<Notes> group = new ArrayList<>();
        for (Notes one : notes) {
            group.add(one);
            if (group.size() > 1 && !fits(Stage.MERGE, body(group))) {
                group.remove(group.size() - 1);
                groups.add(List.copyOf(group));
                group = new ArrayList<>(List.of(one));
            }
        }
        groups.add(List.copyOf(group));
        return groups;
    }

    /** What the text that is asked for is expected to take. */
    int expectedTokens() {
        return (int) Math.min(answerTokens(Stage.LAST), prompt.measure(length).words() * TOKENS_A_WORD);
    }

    private int answerTokens(Stage stage) {
        ModelDescription description = model.description();
        return stage == Stage.LAST
                ? description.maxAnswerTokens()
                : Math.max(FEWEST, Math.min(description.maxAnswerTokens(), description.contextWindow() / NOTES_PART));
    }

    private String instructions(Stage stage) {
        String standing = model.description().systemPrompt().strip() + "\n\n" + cited(rules.standing());
        return switch (stage) {
            case PASSAGE -> standing + "\n" + cited(prompt.passage());
            case MERGE -> standing + "\n" + cited(prompt.merge());
            case LAST -> standing + "\n" + lastInstruction();
        };
    }

    private String lastInstruction() {
        StringBuilder text = new StringBuilder(cited(prompt.last())
                .replace("{words}", Integer.toString(prompt.measure(length).words())));
        if (several() && !prompt.sections().isEmpty()) {
            text.append(
                    "Nommez les documents par leur numéro, et traitez-les l’un après l’autre dans chaque partie.\n");
        }
        if (!prompt.sections().isEmpty()) {
            text.append("Parties du texte, dans cet ordre, chacune sous son titre en Markdown :\n");
            prompt.sections()
                    .forEach(section -> text.append("## ")
                            .append(section.title())
                            .append(" (")
                            .append(section.about())
                            .append(")\n"));
            text.append("N’écrivez pas ce qui est entre parenthèses après les titres.\n");
        }
        return text.toString();
    }

    private String framed(String body) {
        return body + "\n\n" + cited(rules.reminder()).strip();
    }

    private String cited(String text) {
        return text.replace("{mark}", marks(List.of()).example());
    }
}
