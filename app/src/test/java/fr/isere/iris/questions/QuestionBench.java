package fr.isere.iris.questions;

import fr.isere.iris.bench.Figures;
import fr.isere.iris.chat.Ground;
import fr.isere.iris.chat.OpenConversation;
import fr.isere.iris.chat.OpenConversations;
import fr.isere.iris.chat.Sources.Question;
import fr.isere.iris.identity.People;
import fr.isere.iris.models.Embeddings;
import fr.isere.iris.models.EstimatedTokens;
import fr.isere.iris.passages.Texts;
import fr.isere.iris.reading.Block;
import fr.isere.iris.testing.ApiClient;
import fr.isere.iris.testing.IrisForTests;
import fr.isere.iris.testing.RedisForTests;
import fr.isere.iris.testing.ScriptedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * From a question to what the model is given of a thousand stored pages, with a real Redis: all that IRIS does before it asks the model.
 * The vectors of passages are made up, of the length that common models give them; the engine's time for those of the question is none.
 */
public final class QuestionBench {

    private static final int PAGES = 1000;
    private static final int LENGTH = 1024;
    private static final int WARM_UP = 100;
    private static final int QUESTIONS = 500;
    private static final int ROOM = 6000;
    private static final ToIntFunction<String> TOKENS = EstimatedTokens.of(2.5);

    private QuestionBench() {}

    /** Measures it, and says what it saw. */
    public static void tell() {
        try (RedisForTests redis = RedisForTests.start()) {
            tell(redis, new ScriptedEmbeddings(false), "by words");
            tell(redis, new ScriptedEmbeddings(true), "by words and vectors of " + LENGTH);
        }
    }

    private static void tell(RedisForTests redis, ScriptedEmbeddings embeddings, String how) {
        try (IrisForTests iris = IrisForTests.startWith(
                new ScriptedModel(),
                context -> context.registerBean(
                        "scriptedEmbeddings", Embeddings.class, () -> embeddings, bean -> bean.setPrimary(true)),
                Stream.of("spring.data.redis.url=" + redis.url()))) {
            ApiClient agent = iris.signIn("agent").acceptsTheCharter();
            String id = agent.send("POST", "/api/conversations", Map.of())
                    .json()
                    .get("id")
                    .asString();
            agent.sendsToRead(id, "code.txt", text());
            OpenConversation conversation = iris.bean(OpenConversations.class)
                    .find(iris.bean(People.class).pseudonymOf("agent"), id)
                    .orElseThrow();
            DocumentSources sources = iris.bean(DocumentSources.class);
            double first = asked(sources, conversation, "Que verse le collège ?") / 1e6;
            if (embeddings.isThere) {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> iris.keys().contains("iris:vectors:{" + id + "}"));
            }
            Figures figures = new Figures(all(sources, conversation));
            System.out.printf(
                    "question to what is read of %d pages, %s: the first %.0f ms, then p50 %.2f ms, p95 %.2f ms, p99 %.2f ms (%d)%n",
                    PAGES,
                    how,
                    first,
                    figures.percentile(0.5),
                    figures.percentile(0.95),
                    figures.percentile(0.99),
                    QUESTIONS);
        }
    }

    private static List<Long> all(DocumentSources sources, OpenConversation conversation) {
        Random random = new Random(5);
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < WARM_UP + QUESTIONS; i++) {
            int article = 1 + random.nextInt(PAGES);
            long one = asked(
                    sources,
                    conversation,
                    "Que prévoit l'article L" + article
                            + "-2 pour les travaux de la digue et le transport des élèves ?");
            if (i >= WARM_UP) {
                took.add(one);
            }
        }
        return took;
    }

    private static long asked(DocumentSources sources, OpenConversation conversation, String question) {
        long begin = System.nanoTime();
        Optional<Ground> ground = sources.of(conversation, new Question(question, List.of(), List.of()), ROOM, TOKENS);
        if (ground.orElseThrow().material().isEmpty()) {
            throw new IllegalStateException("nothing was found");
        }
        return System.nanoTime() - begin;
    }

    private static String text() {
        return Texts.code(PAGES, 11).stream()
                .map(page -> page.blocks().stream().map(Block::text).collect(Collectors.joining("\n\n")))
                .collect(Collectors.joining("\f"));
    }

    /** Vectors of no meaning, as many and as long as real ones. */
    private static final class ScriptedEmbeddings implements Embeddings {

        private final boolean isThere;
        private final Random random = new Random(3);

        private ScriptedEmbeddings(boolean isThere) {
            this.isThere = isThere;
        }

        @Override
        public String id() {
            return "scripted";
        }

        @Override
        public int contextWindow() {
            return 8192;
        }

        @Override
        public int tokens(String text) {
            return TOKENS.applyAsInt(text);
        }

        @Override
        public Optional<List<float[]>> ofPassages(List<String> passages) {
            return isThere
                    ? Optional.of(passages.stream().map(passage -> vector()).toList())
                    : Optional.empty();
        }

        @Override
        public Optional<float[]> ofQuestion(String question) {
            return Optional.of(vector());
        }

        private float[] vector() {
            float[] vector = new float[LENGTH];
            for (int i = 0; i < LENGTH; i++) {
                vector[i] = (float) (random.nextGaussian() / Math.sqrt(LENGTH));
            }
            return vector;
        }
    }
}
