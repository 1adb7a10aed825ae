package fr.isere.iris.passages;

import fr.isere.iris.reading.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The sentences of a document that can stand alone in a summary. */
record Candidates(FrenchText french) {

    /**
     * A sentence that may be copied.
     *
     * @param fitness from 0 to 1: how well it stands alone
     */
    record Candidate(Extracted sentence, List<String> terms, double fitness) {}

    private static final int FEWEST_TERMS = 4;
    private static final int SHORTEST = 40;
    private static final int LONGEST = 450;
    private static final double DANGLING = 0.35;

    /** They point at a sentence that would not be there. */
    private static final Pattern DANGLES = Pattern.compile(
            "(?:il|ils|elle|elles|celui-ci|celle-ci|ceux-ci|celles-ci|ce|cet|cette|ces|cela|ceci|son|sa|ses|leur|leurs|le même|la même|les mêmes|toutefois"
                    + "|cependant|néanmoins|en outre|de plus|par ailleurs|en effet|ainsi|or|mais|et|ou|donc|dans ce cas|à défaut|a défaut|en conséquence"
                    + "|par conséquent|il en va|y|en revanche|au contraire|de même|dans ces cas|dans les deux cas|à ce titre|à cette fin)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private static final Pattern POINTS_BACK = Pattern.compile(
            "alinéas? (?:précédent|premier)|(?:premier|deuxième|troisième|quatrième|même) alinéa|ci-dessus|ci-après|précité|susvisé|présent (?:article|alinéa)");

    private static final Pattern WHOLE = Pattern.compile("[\\p{Lu}«\"“].*[.!?…](?:[\\h\\s]?[»\"”])?", Pattern.DOTALL);

    /** All that stand alone; if they are fewer than asked for, what else is running text or a list, so that a list of points has a summary too. */
    List<Candidate> of(List<Outline.Placed> blocks, int wanted) {
        List<Candidate> strict = of(blocks, true);
        return strict.size() >= wanted ? strict : of(blocks, false);
    }

    private List<Candidate> of(List<Outline.Placed> blocks, boolean strict) {
        List<Candidate> candidates = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Outline.Placed block : blocks) {
            if (!isRunningText(block)) {
                continue;
            }
            for (Sentence place : french.sentences(block.text())) {
                String text = place.in(block.text());
                if (strict ? standsAlone(text) : text.length() <= LONGEST * 2) {
                    add(block, place, text, seen, candidates);
                }
            }
        }
        return candidates;
    }

    private void add(Outline.Placed block, Sentence place, String text, Set<String> seen, List<Candidate> candidates) {
        List<String> terms = french.terms(text);
        if (terms.size() >= FEWEST_TERMS && seen.add(text.toLowerCase(Locale.FRENCH))) {
            Extracted sentence =
                    new Extracted(block.page(), block.index(), place.from(), place.to(), text, block.path());
            candidates.add(new Candidate(sentence, terms, fitness(text)));
        }
    }

    /** A heading that is no paragraph's beginning ("Article 3. – Le président…") is no sentence. */
    private static boolean isRunningText(Outline.Placed block) {
        Block.Kind kind = block.block().kind();
        boolean text = kind == Block.Kind.PARAGRAPH || kind == Block.Kind.LIST_ITEM;
        return text && (!block.opens() || block.text().length() > LONGEST / 2);
    }

    private static boolean standsAlone(String text) {
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && WHOLE.matcher(text).matches();
    }

    private static double fitness(String text) {
        double fitness = WHOLE.matcher(text).matches() ? 1 : 0.6;
        if (DANGLES.matcher(text).matches()) {
            fitness *= DANGLING;
        }
        if (POINTS_BACK.matcher(text).find()) {
            fitness *= 0.6;
        }
        return text.length() > LONGEST * 2 / 3 ? fitness * 0.8 : fitness;
    }
}
