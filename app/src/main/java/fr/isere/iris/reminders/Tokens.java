package fr.isere.iris.reminders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.tartarus.snowball.ext.FrenchStemmer;

/**
 * Words of a request by Lucene's French analysis, all of them: "dois-je" and "lequel" say what is asked, stop words or not. Accents fall
 * before stems are taken, since half of the requests come without them.
 */
final class Tokens {

    private static final int SHORTEST_PLURAL = 5;

    private final Analyzer analyzer = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer tokens = new StandardTokenizer();
            TokenStream lower = new LowerCaseFilter(tokens);
            return new TokenStreamComponents(
                    tokens, new ASCIIFoldingFilter(new ElisionFilter(lower, FrenchAnalyzer.DEFAULT_ARTICLES)));
        }
    };

    List<Token> in(String text) {
        List<Token> found = new ArrayList<>();
        FrenchStemmer stemmer = new FrenchStemmer();
        try (TokenStream stream = analyzer.tokenStream("request", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (term.length() > 0) {
                    found.add(token(stemmer, term.toString()));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static Token token(FrenchStemmer stemmer, String form) {
        String stem = stem(stemmer, form);
        boolean plural = form.length() > SHORTEST_PLURAL && form.endsWith("ent");
        return new Token(form, stem, plural ? stem(stemmer, form.substring(0, form.length() - 2)) : stem);
    }

    private static String stem(FrenchStemmer stemmer, String form) {
        stemmer.setCurrent(form);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
