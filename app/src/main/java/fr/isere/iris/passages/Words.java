package fr.isere.iris.passages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/** Stems of the words that say something. Accents fall, since capitals often come without them ("Etat"). */
final class Words {

    /** Beyond the stop words of Lucene: words of every sentence that name no subject. */
    private static final List<String> MORE_STOP_WORDS = List.of(
            "a",
            "à",
            "si",
            "où",
            "cette",
            "cet",
            "ces",
            "ceux",
            "celui",
            "celle",
            "celles",
            "leur",
            "leurs",
            "dont",
            "ainsi",
            "aussi",
            "être",
            "avoir",
            "tout",
            "toute",
            "tous",
            "toutes",
            "entre",
            "sous",
            "sans",
            "lors",
            "après",
            "avant",
            "très",
            "plus",
            "moins",
            "peut",
            "peuvent",
            "doit",
            "doivent",
            "fait",
            "comme",
            "lorsque",
            "lorsqu",
            "afin",
            "selon",
            "notamment",
            "il",
            "ils",
            "elle",
            "elles",
            "on",
            "y",
            "donc",
            "or",
            "car",
            "dit",
            "présent",
            "présente",
            "même",
            "mêmes",
            "autre",
            "autres",
            "cas",
            "sont",
            "est",
            "soit");

    private static final CharArraySet STOP_WORDS = stopWords();

    private final Analyzer analyzer = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer tokens = new StandardTokenizer();
            TokenStream lower = new LowerCaseFilter(new ElisionFilter(tokens, FrenchAnalyzer.DEFAULT_ARTICLES));
            TokenStream kept = new StopFilter(lower, STOP_WORDS);
            return new TokenStreamComponents(tokens, new ASCIIFoldingFilter(new FrenchLightStemFilter(kept)));
        }
    };

    List<String> in(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (term.length() > 1) {
                    words.add(term.toString());
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static CharArraySet stopWords() {
        CharArraySet words = new CharArraySet(FrenchAnalyzer.getDefaultStopSet(), true);
        words.addAll(MORE_STOP_WORDS);
        return CharArraySet.unmodifiableSet(words);
    }
}
