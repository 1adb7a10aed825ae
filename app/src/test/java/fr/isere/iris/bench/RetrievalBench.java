package fr.isere.iris.bench;

import fr.isere.iris.passages.Citations;
import fr.isere.iris.passages.Corpus;
import fr.isere.iris.passages.Extract;
import fr.isere.iris.passages.Extracted;
import fr.isere.iris.passages.FrenchText;
import fr.isere.iris.passages.Passage;
import fr.isere.iris.passages.PassageSearch;
import fr.isere.iris.passages.Passages;
import fr.isere.iris.passages.Texts;
import fr.isere.iris.questions.QuestionBench;
import fr.isere.iris.reading.ReadPage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is done with read text: extracts and their citations on the real code of law, search in a thousand generated pages. */
final class RetrievalBench {

    private static final int PASSAGE = 300;
    private static final int QUESTIONS = 1000;
    private static final int WARM_UP = 200;
    private static final int SUMMARY = 15;
    private static final int ROUNDS = 10;

    private record Claim(String sentence, int page, boolean supported) {}

    private RetrievalBench() {}

    public static void main(String[] arguments) throws IOException {
        try {
            List<ReadPage> code = Corpus.code();
            extract(code);
            claims(code);
            CitedPagesBench.tell();
        } catch (TestAbortedException e) {
            System.out.println("the real text is not here: " + e.getMessage());
        }
        search();
        QuestionBench.tell();
        System.exit(0);
    }

    private static void extract(List<ReadPage> code) {
        List<Long> took = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            Extract.of(code, SUMMARY, FrenchText.load());
            took.add(System.nanoTime() - begin);
        }
        System.out.printf(
                "extract of %d sentences from %d pages: %.0f ms the first time, %.0f ms then (p50 of %d)%n",
                SUMMARY,
                code.size(),
                took.get(0) / 1e6,
                new Figures(took.subList(1, ROUNDS)).percentile(0.5),
                ROUNDS - 1);
        List<Extracted> all = Extract.of(code, 300, FrenchText.load());
        long held = all.stream().filter(one -> holds(code, one)).count();
        System.out.printf(
                "citations of the extractive method whose page holds the sentence: %d of %d (%.1f %%)%n",
                held, all.size(), 100.0 * held / all.size());
    }

    /** As a reader checks it: the mark of the sentence leads to words of that page that are the sentence. */
    private static boolean holds(List<ReadPage> code, Extracted one) {
        return Citations.in(one.text() + " [p. " + one.page() + "]", Map.of(1, code)).stream()
                .flatMap(cited -> cited.spans().stream())
                .anyMatch(span -> code.get(one.page() - 1)
                        .blocks()
                        .get(span.block())
                        .text()
                        .substring(span.from(), span.to())
                        .equals(one.text()));
    }

    private static void claims(List<ReadPage> code) throws IOException {
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        List<Claim> claims = Files.readAllLines(Corpus.folder().resolve("crpa-claims.jsonl")).stream()
                .map(line -> json.readValue(line, Claim.class))
                .toList();
        List<Claim> sound = claims.stream().filter(Claim::supported).toList();
        PassageSearch search = PassageSearch.over(Passages.of(code, PASSAGE, Texts.TOKENS));
        System.out.printf(
                "search by the %d true claims: the page is in the first %.0f %%, in the first five %.0f %%%n",
                sound.size(), 100 * found(search, sound, 1), 100 * found(search, sound, 5));
        System.out.printf(
                "support on the page: found for %.0f %% of the true claims, refused to %.0f %% of those with one altered figure%n",
                100 * supported(code, sound),
                100
                        * (1
                                - supported(
                                        code,
                                        claims.stream()
                                                .filter(claim -> !claim.supported())
                                                .toList())));
    }

    private static double found(PassageSearch search, List<Claim> claims, int atMost) {
        return share(
                claims.stream()
                        .filter(claim -> search.search(claim.sentence(), atMost).stream()
                                .anyMatch(hit -> hit.passage().firstPage() <= claim.page()
                                        && claim.page() <= hit.passage().lastPage()))
                        .count(),
                claims);
    }

    private static double supported(List<ReadPage> code, List<Claim> claims) {
        return share(
                claims.stream()
                        .filter(claim -> Citations.in(
                                        claim.sentence().replace('\n', ' ') + " [p. " + claim.page() + "]",
                                        Map.of(1, code))
                                .stream()
                                .anyMatch(cited -> !cited.spans().isEmpty()))
                        .count(),
                claims);
    }

    private static double share(long some, List<Claim> all) {
        return (double) some / all.size();
    }

    private static void search() {
        List<ReadPage> pages = Texts.code(1000, 11);
        long begin = System.nanoTime();
        List<Passage> passages = Passages.of(pages, PASSAGE, Texts.TOKENS);
        PassageSearch search = PassageSearch.over(passages);
        double built = (System.nanoTime() - begin) / 1e6;
        Random random = new Random(5);
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < WARM_UP + QUESTIONS; i++) {
            String question = question(passages.get(random.nextInt(passages.size())), random);
            long asked = System.nanoTime();
            search.search(question, 8);
            if (i >= WARM_UP) {
                took.add(System.nanoTime() - asked);
            }
        }
        Figures figures = new Figures(took);
        System.out.printf(
                "search in 1000 pages (%d passages, cut and indexed in %.0f ms): p50 %.2f ms, p95 %.2f ms, p99 %.2f ms%n",
                passages.size(), built, figures.percentile(0.5), figures.percentile(0.95), figures.percentile(0.99));
    }

    private static String question(Passage passage, Random random) {
        List<String> words = List.of(passage.text().split("\\s+", -1));
        int from = random.nextInt(Math.max(1, words.size() - 12));
        return "Que prévoit le texte sur " + String.join(" ", words.subList(from, Math.min(words.size(), from + 12)))
                + " ?";
    }
}
