package fr.isere.iris.questions;

import fr.isere.iris.chat.Ground;
import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.chat.Sources;
import fr.isere.iris.documents.Documents;
import fr.isere.iris.documents.ReadDocument;
import fr.isere.iris.models.SystemPrompts;
import fr.isere.iris.problems.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Has a conversation's documents answer what is asked in it. */
@Component
class DocumentSources implements Sources {

    private final Documents documents;
    private final OpenLibraries libraries;
    private final PassageVectors vectors;
    private final double leastNearness;
    private final String instructions;

    DocumentSources(
            Documents documents,
            OpenLibraries libraries,
            PassageVectors vectors,
            QuestionSettings settings,
            SystemPrompts prompts) {
        this.documents = documents;
        this.libraries = libraries;
        leastNearness = settings.leastNearness();
        this.vectors = vectors;
        instructions = prompts.named("questions.md");
    }

    @Override
    public Optional<Ground> of(
            OpenConversation conversation, Question question, int room, ToIntFunction<String> tokens) {
        List<ReadDocument> asked = asked(conversation, question.documentIds());
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        OpenLibrary open = libraries.of(conversation, asked);
        Library library = open.library();
        int left = room - tokens.applyAsInt(instructions);
        return Optional.of(new DocumentGround(
                library, new Selection(open, retrieval(open), left, tokens).of(question), instructions));
    }

    private Retrieval retrieval(OpenLibrary open) {
        return new Retrieval(
                (number, passages, subject) ->
                        vectors.nearness(open, open.library().document(number), passages, subject),
                leastNearness);
    }

    private List<ReadDocument> asked(OpenConversation conversation, List<String> ids) {
        if (ids.isEmpty() && documents.areBeingRead(conversation.owner(), conversation.id())) {
            throw new ProblemException("document-not-ready", HttpStatus.CONFLICT);
        }
        List<ReadDocument> ready = documents.readyIn(conversation.owner(), conversation.id());
        List<ReadDocument> asked = ready.stream()
                .filter(document -> ids.isEmpty() || ids.contains(document.id()))
                .toList();
        if (asked.size() < ids.size()) {
            throw new ProblemException("document-not-found", HttpStatus.NOT_FOUND);
        }
        return asked;
    }
}
