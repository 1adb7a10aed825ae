package fr.isere.iris.verification;

import fr.isere.iris.passages.Sentence;
import fr.isere.iris.reading.ReadPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares an answer with the documents that it was written from: whether they say each precise thing that it says, and which passage each
 * of its sentences comes from. No model takes part. The documents are indexed once; one instance may check many answers, one after another.
 */
public final class Verification {

    /** Of a sentence, which is judged in pieces if it has more. */
    private static final int MOST_TOKENS = 120;

    private static final double NEARLY_QUOTED = 0.6;

    private final Sources sources;
    private final Reading reading;
    private final Regions regions;
    private @Nullable Verbatim verbatim;

    private Verification(Map<String, List<ReadPage>> documents) {
        this.sources = new Sources(documents);
        this.reading = new Reading(sources);
        this.regions = new Regions(sources);
    }

    /**
     * Reads and indexes documents, once for all answers that are to be compared with them.
     *
     * @param documents their pages, by the documents' ids
     */
    public static Verification against(Map<String, List<ReadPage>> documents) {
        return new Verification(documents);
    }

    /** What one answer says, compared with all pages of its documents; without a document, as {@link Findings#in}. */
    public static List<Finding> of(String answer, Map<String, List<ReadPage>> documents) {
        return documents.values().stream().allMatch(List::isEmpty)
                ? Findings.in(answer)
                : against(documents).findings(answer);
    }

    /** What is precise in an answer, with what the documents say of it, in the order of the answer. */
    public List<Finding> findings(String answer) {
        Answer cut = Answer.of(answer);
        List<Finding> found = new ArrayList<>();
        for (Sentence sentence : cut.sentences()) {
            if (Scripts.isForeign(sentence.in(cut.plain()))) {
                found.add(Findings.finding(
                        Finding.Kind.TEXT, Finding.Verdict.NOT_ANALYSED, sentence.from(), sentence.to(), answer, null));
            } else if (found.size() <= Findings.MOST) {
                check(sentence, cut.plain(), answer, found);
            }
        }
        for (Quotation quotation : Quotation.in(cut.plain())) {
            if (found.size() <= Findings.MOST) {
                found.add(check(quotation, cut.plain(), answer));
            }
        }
        return Findings.inOrder(found, answer, cut.rest());
    }

    /** Each sentence of an answer that has words, with the passage that comes nearest to it. */
    public List<SentenceMatch> sentences(String answer) {
        Answer cut = Answer.of(answer);
        List<SentenceMatch> matches = new ArrayList<>();
        for (Sentence sentence : cut.sentences()) {
            String text = sentence.in(cut.plain());
            List<Token> tokens = Cut.of(Tokens.of(text), text, sources).tokens();
            if (!tokens.isEmpty()) {
                matches.add(match(sentence, firstOf(tokens)));
            }
        }
        return matches;
    }

    private SentenceMatch match(Sentence sentence, List<Token> tokens) {
        reading.open(tokens);
        return new Matching(sources).of(sentence, reading, regions.of(reading));
    }

    private void check(Sentence sentence, String plain, String answer, List<Finding> found) {
        String text = sentence.in(plain);
        List<Token> all = Cut.of(Tokens.of(text), text, sources).tokens();
        for (int from = 0; from < all.size(); from += MOST_TOKENS) {
            List<Token> tokens = all.subList(from, Math.min(all.size(), from + MOST_TOKENS));
            if (tokens.stream().anyMatch(token -> token.value() != null && token.claim())) {
                check(new Cut(tokens, text), sentence.from(), answer, found);
            }
        }
        for (Names.Name name : Names.in(text)) {
            Evidence evidence = Names.find(name, sources);
            Finding.Verdict verdict = evidence == null ? Finding.Verdict.NOT_FOUND : Finding.Verdict.SUPPORTED;
            found.add(Findings.finding(
                    Finding.Kind.NAME,
                    verdict,
                    sentence.from() + name.start(),
                    sentence.from() + name.end(),
                    answer,
                    evidence));
        }
    }

    private void check(Cut cut, int offset, String answer, List<Finding> found) {
        List<Token> tokens = cut.tokens();
        reading.open(tokens);
        Judgement judgement = Judgement.of(sources, reading, cut, regions.of(reading));
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Value value = token.value();
            if (value == null || !token.claim()) {
                continue;
            }
            Judgement.Ruling ruling = judgement.of(i, value);
            if (!token.weak() || ruling.verdict() != Finding.Verdict.NOT_FOUND) {
                found.add(Findings.finding(
                        value.kind(),
                        ruling.verdict(),
                        offset + token.start(),
                        offset + token.end(),
                        answer,
                        ruling.evidence()));
            }
        }
    }

    private Finding check(Quotation quotation, String plain, String answer) {
        String quoted = plain.substring(quotation.start(), quotation.end());
        Verbatim letters = verbatim;
        if (letters == null) {
            letters = new Verbatim(sources);
            verbatim = letters;
        }
        Evidence evidence = letters.find(quoted);
        Finding.Verdict verdict = Finding.Verdict.SUPPORTED;
        if (evidence == null) {
            SentenceMatch near = match(new Sentence(quotation.start(), quotation.end()), firstOf(Tokens.of(quoted)));
            boolean nearly = near.support() >= NEARLY_QUOTED && !near.places().isEmpty();
            verdict = nearly ? Finding.Verdict.CONTRADICTED : Finding.Verdict.NOT_FOUND;
            evidence = nearly ? near.places().get(0) : null;
        }
        return Findings.finding(Finding.Kind.QUOTATION, verdict, quotation.start(), quotation.end(), answer, evidence);
    }

    private static List<Token> firstOf(List<Token> tokens) {
        return tokens.subList(0, Math.min(tokens.size(), MOST_TOKENS));
    }
}
