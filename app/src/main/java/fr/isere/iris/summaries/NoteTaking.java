package fr.isere.iris.summaries;

import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.models.FinishReason;
import fr.isere.iris.models.ModelRequest;
import fr.isere.iris.models.Turn;
import fr.isere.iris.summaries.Requests.Stage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Has the model take notes of parts, and join notes: what was noted before is not asked again. */
final class NoteTaking {

    private final Requests requests;
    private final Calls calls;
    private final KeptNotes kept;
    private final KeptNotes.Place place;
    private final String modelId;

    NoteTaking(Requests requests, Calls calls, KeptNotes kept, KeptNotes.Place place, String modelId) {
        this.requests = requests;
        this.calls = calls;
        this.kept = kept;
        this.place = place;
        this.modelId = modelId;
    }

    /**
     * What notes are taken of.
     *
     * @param documents ids of the documents, joined
     * @param given the pages that the notes may cite
     * @param covers the pages that they are about
     * @param cut the pages among them whose notes were cut before
     */
    record Part(String documents, String body, SortedSet<PageRef> given, List<PageRef> covers, List<PageRef> cut) {

        static Part of(Chunk chunk) {
            return new Part(chunk.documents(), chunk.body(), chunk.pages(), List.copyOf(chunk.pages()), List.of());
        }
    }

    /**
     * Notes of these parts, in their order.
     *
     * @param ends hears of each, by its number, as it is there; the answer is null for what was noted before
     * @throws Stopped also if the conversation is gone
     */
    List<Notes> of(Stage stage, List<Part> parts, Listener ends) {
        List<ModelRequest> asked =
                parts.stream().map(part -> requests.ask(stage, part.body())).toList();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            names.add(kept.name(parts.get(i).documents(), digest(asked.get(i))));
        }
        Map<String, Notes> known = new HashMap<>(kept.find(place, names));
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Notes notes = known.get(names.get(i));
            if (notes == null) {
                missing.add(i);
            } else {
                ends.known(i, notes);
            }
        }
        BiConsumer<Integer, Call.Answer> take = (at, answer) -> {
            int index = missing.get(at);
            Notes notes = notes(parts.get(index), answer);
            known.put(names.get(index), notes);
            if (!kept.keep(place, names.get(index), notes)) {
                throw new Stopped();
            }
            ends.taken(index, notes, answer);
        };
        calls.all(missing.stream().map(asked::get).toList(), take);
        return names.stream()
                .map(name -> Objects.requireNonNull(known.get(name)))
                .toList();
    }

    /** Hears of notes as they are there. */
    interface Listener {

        /** They were noted before. */
        void known(int index, Notes notes);

        /** The model noted them now. */
        void taken(int index, Notes notes, Call.Answer answer);
    }

    /**
     * Joins notes that do not fit into one call, once: fewer come out.
     *
     * @throws Broken if they are so long that no two fit
     */
    List<Notes> joined(List<Notes> notes, String documents, Listener ends) {
        List<List<Notes>> groups = requests.groups(notes);
        if (groups.size() == notes.size()) {
            throw new Broken(EngineFailure.MISBEHAVING);
        }
        List<List<Notes>> several =
                groups.stream().filter(group -> group.size() > 1).toList();
        List<Notes> joined = of(
                Stage.MERGE,
                several.stream().map(group -> part(group, documents)).toList(),
                ends);
        Iterator<Notes> next = joined.iterator();
        return groups.stream()
                .map(group -> group.size() > 1 ? next.next() : group.get(0))
                .toList();
    }

    /** All of these notes as what the next call reads. */
    Part part(List<Notes> group, String documents) {
        SortedSet<PageRef> given = new TreeSet<>();
        SortedSet<PageRef> covers = new TreeSet<>();
        SortedSet<PageRef> cut = new TreeSet<>();
        for (Notes one : group) {
            given.addAll(requests.given(one));
            covers.addAll(one.covers());
            cut.addAll(one.cut());
        }
        return new Part(documents, requests.body(group), given, List.copyOf(covers), List.copyOf(cut));
    }

    private Notes notes(Part part, Call.Answer answer) {
        boolean cut = answer.completion().reason() == FinishReason.LENGTH;
        Collection<PageRef> unfinished = cut ? part.covers() : part.cut();
        String text = requests.marks(part.given()).kept(answer.text()).strip();
        return new Notes(text, part.covers(), List.copyOf(unfinished));
    }

    /** All that decides what the model answers: the model, the instructions, the text. */
    private String digest(ModelRequest request) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            add(sha, modelId);
            add(sha, Integer.toString(request.maxAnswerTokens()));
            for (Turn turn : request.turns()) {
                add(sha, turn.text());
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest sha, String text) {
        sha.update(text.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
    }
}
