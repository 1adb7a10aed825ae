package fr.isere.iris.passages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Finds the passages that speak of what a question asks: BM25 over French terms, in memory only. Threads share one. */
public final class PassageSearch {

    private static final String TEXT = "text";
    private static final String HEADINGS = "headings";

    /** The article that a heading announces comes before the articles that only mention it. */
    private static final float NAME_IN_TEXT = 2f;

    private static final float NAME_IN_HEADINGS = 4f;
    private static final float WORD_IN_HEADINGS = 0.6f;

    private record Entry(int document, Passage passage, Set<String> terms) {}

    private final FrenchText french = FrenchText.load();
    private final List<Entry> entries = new ArrayList<>();
    private final IndexSearcher searcher;

    private PassageSearch(Map<Integer, List<Passage>> documents) {
        try {
            ByteBuffersDirectory memory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
                for (Map.Entry<Integer, List<Passage>> document : documents.entrySet()) {
                    for (Passage passage : document.getValue()) {
                        add(document.getKey(), passage, writer);
                    }
                }
                writer.forceMerge(1);
            }
            searcher = new IndexSearcher(DirectoryReader.open(memory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Over one document, numbered 1. */
    public static PassageSearch over(List<Passage> passages) {
        return over(Map.of(1, passages));
    }

    /** Over several documents, by their numbers. */
    public static PassageSearch over(Map<Integer, List<Passage>> documents) {
        return new PassageSearch(documents);
    }

    /** Whether a question names something that could be looked for: "de quoi parle ce document ?" and "pourquoi ?" do not. */
    public static boolean looksForSomething(String question) {
        return !new Question(FrenchText.load()).terms(question).isEmpty();
    }

    /**
     * The passages that say most of what the question asks, best first; none if no term of it stands in the documents.
     *
     * @param atMost how many
     */
    public List<Hit> search(String question, int atMost) {
        Set<String> asked = new Question(french).terms(question);
        if (asked.isEmpty() || entries.isEmpty() || atMost < 1) {
            return List.of();
        }
        try {
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found : searcher.search(query(asked), atMost).scoreDocs) {
                Entry entry = entries.get(found.doc);
                long there = asked.stream().filter(entry.terms()::contains).count();
                hits.add(new Hit(entry.document(), entry.passage(), found.score, there / (double) asked.size()));
            }
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(int number, Passage passage, IndexWriter writer) throws IOException {
        List<String> text = french.terms(passage.text());
        List<String> headings = french.terms(headings(passage));
        Document document = new Document();
        document.add(new TextField(TEXT, String.join(" ", text), Field.Store.NO));
        document.add(new TextField(HEADINGS, String.join(" ", headings), Field.Store.NO));
        writer.addDocument(document);
        Set<String> terms = new HashSet<>(text);
        terms.addAll(headings);
        entries.add(new Entry(number, passage, Set.copyOf(terms)));
    }

    /** Those above all of it, and those inside. */
    private static String headings(Passage passage) {
        StringBuilder headings = new StringBuilder(String.join("\n", passage.path()));
        for (Passage.Piece piece : passage.pieces()) {
            String start = Heading.start(piece.text());
            if (!start.isEmpty() && !passage.path().contains(start)) {
                headings.append('\n').append(start);
            }
        }
        return headings.toString();
    }

    private static BooleanQuery query(Set<String> asked) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String term : asked.stream().limit(Question.MOST_TERMS).toList()) {
            boolean name = References.isName(term);
            query.add(boosted(TEXT, term, name ? NAME_IN_TEXT : 1f), BooleanClause.Occur.SHOULD);
            query.add(boosted(HEADINGS, term, name ? NAME_IN_HEADINGS : WORD_IN_HEADINGS), BooleanClause.Occur.SHOULD);
        }
        return query.build();
    }

    private static BoostQuery boosted(String field, String term, float boost) {
        return new BoostQuery(new TermQuery(new Term(field, term)), boost);
    }
}
