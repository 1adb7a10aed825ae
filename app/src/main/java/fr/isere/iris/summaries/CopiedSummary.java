package fr.isere.iris.summaries;

import fr.isere.iris.chat.Backing;
import fr.isere.iris.chat.Citation;
import fr.isere.iris.chat.CompositionListener;
import fr.isere.iris.models.Completion;
import fr.isere.iris.models.FinishReason;
import fr.isere.iris.models.Generation;
import fr.isere.iris.models.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text of sentences copied from documents: no model has a part in it. */
final class CopiedSummary extends DocumentComposition {

    static final String WRITER = "Extraits, sans génération";

    private final int sentences;
    private @Nullable CopiedText text;

    /** @param sentences at most so many */
    CopiedSummary(Asked asked, int sentences) {
        super(asked);
        this.sentences = sentences;
    }

    @Override
    public String writer() {
        return WRITER;
    }

    @Override
    public Method method() {
        return Method.EXTRACTIVE;
    }

    @Override
    public Generation begin(CompositionListener listener) {
        try {
            listener.token(text().toString());
            listener.done(new Completion(FinishReason.COMPLETE, Usage.NONE));
        } catch (Stopped stopped) {
            listener.done(new Completion(FinishReason.STOPPED, Usage.NONE));
        }
        return () -> {};
    }

    /** Known since they were copied: where each sentence stands on its page. What differs is copied in parts, and found again. */
    @Override
    Backing behind(String whole) {
        if (asked().wanted().format() == Format.COMPARISON) {
            return asked().backing(whole);
        }
        List<Citation> known = text().citations().stream()
                .filter(citation -> citation.end() <= whole.length())
                .toList();
        return new Backing(known, asked().findings(whole));
    }

    private synchronized CopiedText text() {
        if (text == null) {
            List<Source> sources = asked().sources();
            CopiedText written = new CopiedText(sources.size() > 1);
            if (asked().wanted().format() == Format.COMPARISON) {
                Length length = asked().wanted().length();
                CopiedChanges.write(sources.get(0), sources.get(1), sentences, length, written);
            } else {
                CopiedSentences.write(sources, sentences, written);
            }
            text = written.closed(Closing.of(sources, List.of()));
        }
        return text;
    }
}
