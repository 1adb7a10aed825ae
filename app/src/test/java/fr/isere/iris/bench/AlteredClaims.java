package fr.isere.iris.bench;

import fr.isere.iris.passages.FrenchText;
import fr.isere.iris.passages.Sentence;
import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sentences of a document, half of them with one figure, date, length of time or reference replaced, often by one that stands elsewhere in it. */
public final class AlteredClaims {

    private static final String LETTERS =
            "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante";
    private static final Pattern FIGURE = Pattern.compile("\\d+(?: \\d{3})*(?:,\\d+)?");
    private static final Pattern SMALL_FIGURE = Pattern.compile("(?<![\\d,]|\\d )\\d{1,2}(?![\\d,]| \\d{3})");
    private static final Pattern IN_LETTERS = Pattern.compile("(?<![\\p{L}-])(?:" + LETTERS + ")(?![\\p{L}-])");
    private static final Pattern GAP =
            Pattern.compile("(?<=\\p{Ll}{2})(?<!" + LETTERS + "|cent|mille) (?=\\p{Ll}{3})(?!" + LETTERS
                    + "|mois|jours|ans |semaines|heures|euros|mille|cent|" + String.join("|", Slots.MONTHS) + ")");
    private static final Pattern MONTH =
            Pattern.compile("(?<!\\p{L})(?:" + String.join("|", Slots.MONTHS) + ")(?!\\p{L})");

    private final Random random;
    private final boolean halved;
    private final List<String> figures = new ArrayList<>();
    private final Map<String, String> letters = new HashMap<>();
    private final List<String> wholes = new ArrayList<>();
    private final List<Claim> sentences = new ArrayList<>();

    private AlteredClaims(List<ReadPage> document, int seed, boolean halved) {
        this.random = new Random(seed);
        this.halved = halved;
        for (ReadPage page : document) {
            page.blocks().forEach(block -> collect(block, page.number()));
        }
    }

    /**
     * As many of the document's sentences, which are not said twice in it.
     *
     * @param form what becomes of each sentence's form, after the alteration
     */
    public static List<Claim> of(List<ReadPage> document, int atMost, int seed, UnaryOperator<String> form) {
        return new AlteredClaims(document, seed, false).claims(atMost, form);
    }

    /** The same of sentences that are cut in half. */
    public static List<Claim> halves(List<ReadPage> document, int atMost, int seed) {
        return new AlteredClaims(document, seed, true).claims(atMost, UnaryOperator.identity());
    }

    private void collect(Block block, int page) {
        if (block.kind() == Block.Kind.HEADING) {
            return;
        }
        if (block.kind() == Block.Kind.ROW) {
            add(String.join(" ", block.cells()), page);
            return;
        }
        for (Sentence sentence : FrenchText.load().sentences(block.text())) {
            add(sentence.in(block.text()), page);
        }
    }

    private void add(String whole, int page) {
        String sentence = halved ? half(whole) : whole;
        wholes.add(whole);
        FIGURE.matcher(sentence).results().map(MatchResult::group).forEach(figures::add);
        sentences.add(new Claim(sentence, page, true, null));
    }

    /** Not in the middle of a figure, a date or a length of time. */
    private String half(String whole) {
        int middle = whole.length() / 2;
        Matcher gap = GAP.matcher(whole);
        if (!gap.find(middle)) {
            return whole;
        }
        return random.nextBoolean() ? whole.substring(0, gap.start()) : whole.substring(gap.end());
    }

    private List<Claim> claims(int atMost, UnaryOperator<String> form) {
        List<Claim> claims = new ArrayList<>();
        for (int tries = 0; tries < atMost * 20 && claims.size() < atMost; tries++) {
            Claim sound = sentences.get(random.nextInt(sentences.size()));
            Claim claim = claims.size() % 2 == 0 ? sound : altered(sound);
            if (claim == null
                    || wholes.stream()
                                    .filter(whole -> whole.contains(sound.sentence()))
                                    .count()
                            > 1) {
                continue;
            }
            String formed = form.apply(claim.sentence());
            claims.add(new Claim(formed, claim.page(), claim.supported(), claim.altered()));
        }
        return claims;
    }

    private @Nullable Claim altered(Claim sound) {
        List<MatchResult> places = new ArrayList<>();
        FIGURE.matcher(sound.sentence()).results().forEach(places::add);
        IN_LETTERS.matcher(sound.sentence()).results().forEach(places::add);
        MONTH.matcher(sound.sentence()).results().forEach(places::add);
        if (places.isEmpty()) {
            return null;
        }
        MatchResult place = places.get(random.nextInt(places.size()));
        String before = place.group();
        String after = other(before);
        String sentence = sound.sentence().substring(0, place.start())
                + after
                + sound.sentence().substring(place.end());
        boolean same = after.equals(before) || isSaid(sentence);
        return same ? null : new Claim(sentence, sound.page(), false, before + " → " + after);
    }

    /** Somewhere else in the document, in figures or in letters. */
    private boolean isSaid(String sentence) {
        String one = inLetters(sentence);
        return wholes.stream().anyMatch(whole -> inLetters(whole).contains(one));
    }

    private String inLetters(String sentence) {
        return letters.computeIfAbsent(
                sentence,
                text -> SMALL_FIGURE
                        .matcher(text)
                        .replaceAll(figure -> FrenchNumber.of(Long.parseLong(figure.group()))));
    }

    private String other(String before) {
        if (!Character.isDigit(before.charAt(0))) {
            List<String> words = Slots.MONTHS.contains(before) ? Slots.MONTHS : List.of(LETTERS.split("\\|", -1));
            return words.get(random.nextInt(words.size()));
        }
        List<String> alike = figures.stream()
                .filter(one -> one.length() == before.length() && one.contains(",") == before.contains(","))
                .toList();
        if (random.nextBoolean() && before.length() > 2) {
            return alike.get(random.nextInt(alike.size()));
        }
        int at = random.nextInt(before.length());
        char digit = (char) ('1' + random.nextInt(9));
        return Character.isDigit(before.charAt(at))
                ? before.substring(0, at) + digit + before.substring(at + 1)
                : before;
    }
}
