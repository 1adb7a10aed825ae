package fr.isere.iris.verification;

import fr.isere.iris.passages.FrenchText;
import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All words and values of the documents in one row, and where each word stands in it. A word counts the more, the rarer it is (inverse
 * document frequency, Spärck Jones 1972, with words for documents: {@code ln(1 + N/n)}).
 */
final class Sources {

    /** Between two documents, so that no context reaches from one into the other. */
    private static final int GAP = 400;

    private static final double OF_STOP_WORD = 0.4;
    static final int UNKNOWN = -1;
    private static final int MOST_PLACES = 2_000;

    private record Place(String documentId, int page, int index, String text, boolean recognised) {}

    private final FrenchText french = FrenchText.load();
    private final Map<String, Integer> keys = new HashMap<>();
    private final List<Boolean> stopWords = new ArrayList<>();
    private final List<Place> blocks = new ArrayList<>();
    private final List<@Nullable Value> values = new ArrayList<>();
    private final Numbering words = new Numbering();
    private final Numbering partials = new Numbering();
    private final Numbering blockOf = new Numbering();
    private final Numbering starts = new Numbering();
    private final Numbering ends = new Numbering();
    private final List<Numbering> positions = new ArrayList<>();
    private final Map<String, Integer> spelled = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>();

    Sources(Map<String, List<ReadPage>> documents) {
        documents.forEach((id, pages) -> {
            pages.forEach(page -> add(id, page));
            for (int i = 0; i < GAP; i++) {
                partials.add(UNKNOWN);
                add(UNKNOWN, null, UNKNOWN, 0, 0);
            }
        });
    }

    private void add(String documentId, ReadPage page) {
        for (int i = 0; i < page.blocks().size(); i++) {
            Block block = page.blocks().get(i);
            boolean recognised = page.origin() == ReadPage.Origin.RECOGNISED;
            blocks.add(new Place(documentId, page.number(), i, block.text(), recognised));
            for (Token token : Tokens.ofSource(block.text())) {
                int key = learn(token);
                positions.get(key).add(words.size());
                String partial = token.value() == null ? null : token.value().partialKey();
                int other = partial == null ? UNKNOWN : number(partial);
                if (other != UNKNOWN) {
                    positions.get(other).add(words.size());
                }
                partials.add(other);
                add(key, token.value(), blocks.size() - 1, token.start(), token.end());
            }
        }
    }

    private void add(int key, @Nullable Value value, int block, int start, int end) {
        words.add(key);
        values.add(value);
        blockOf.add(block);
        starts.add(start);
        ends.add(end);
    }

    private int learn(Token token) {
        Integer known = token.value() == null ? spelled.get(token.key()) : keys.get(token.key());
        if (known != null) {
            return known;
        }
        int key = number(stem(token));
        if (token.value() == null) {
            spelled.put(token.key(), key);
        }
        return key;
    }

    private int number(String stem) {
        return keys.computeIfAbsent(stem, any -> {
            positions.add(new Numbering());
            stopWords.add(stem.startsWith("~"));
            return positions.size() - 1;
        });
    }

    /** Stop words keep their form, marked. */
    private String stem(Token token) {
        if (token.value() != null) {
            return token.key();
        }
        return stems.computeIfAbsent(token.key(), word -> {
            List<String> terms = french.terms(word);
            return terms.isEmpty() ? "~" + word : terms.get(0);
        });
    }

    /** Number of the token's word or value; {@link #UNKNOWN} if the documents have none such. */
    int key(Token token) {
        if (token.value() != null) {
            return keys.getOrDefault(token.key(), UNKNOWN);
        }
        Integer known = spelled.get(token.key());
        return known != null ? known : keys.getOrDefault(stem(token), UNKNOWN);
    }

    /** Whether the documents have a word of exactly these letters. */
    boolean hasWord(String folded) {
        return spelled.containsKey(folded);
    }

    boolean isStopWord(Token token) {
        if (token.value() != null) {
            return false;
        }
        Integer known = spelled.get(token.key());
        return known != null ? stopWords.get(known) : stem(token).startsWith("~");
    }

    /** Whether one value follows the other somewhere. */
    boolean haveSideBySide(Token first, Token second) {
        int one = key(first);
        int other = key(second);
        if (one == UNKNOWN || other == UNKNOWN) {
            return false;
        }
        Numbering places = positions.get(one);
        for (int i = 0; i < Math.min(places.size(), MOST_PLACES); i++) {
            int after = places.get(i) + 1;
            if (after < size() && words.get(after) == other) {
                return true;
            }
        }
        return false;
    }

    double weight(int key) {
        if (key == UNKNOWN) {
            return Math.log(1.0 + size());
        }
        return stopWords.get(key)
                ? OF_STOP_WORD
                : Math.log(1.0 + size() / (double) positions.get(key).size());
    }

    int size() {
        return words.size();
    }

    int keys() {
        return positions.size();
    }

    /** The key of the word at a position. */
    int at(int position) {
        return words.get(position);
    }

    /** The key of a part of the value at a position. */
    int partialAt(int position) {
        return partials.get(position);
    }

    /** What stands there, as it is written. */
    String text(int position) {
        return blocks.get(blockOf.get(position)).text().substring(starts.get(position), ends.get(position));
    }

    @Nullable
    Value value(int position) {
        return values.get(position);
    }

    /** Where a key stands. */
    Numbering positions(int key) {
        return positions.get(key);
    }

    int page(int position) {
        return blocks.get(blockOf.get(position)).page();
    }

    int pageOfBlock(int block) {
        return blocks.get(block).page();
    }

    double weightOfStopWord() {
        return OF_STOP_WORD;
    }

    String document(int position) {
        return blocks.get(blockOf.get(position)).documentId();
    }

    boolean isWord(int position) {
        return position >= 0 && position < size() && words.get(position) != UNKNOWN;
    }

    boolean isSameBlock(int one, int other) {
        return isWord(one) && blockOf.get(one) == blockOf.get(other);
    }

    int block(int position) {
        return blockOf.get(position);
    }

    int blockCount() {
        return blocks.size();
    }

    String blockText(int block) {
        return blocks.get(block).text();
    }

    /** Whether it was read from an image. */
    boolean isRecognised(int block) {
        return blocks.get(block).recognised();
    }

    /** The words from one position to another, of the first one's block. */
    Evidence evidence(int first, int last) {
        int block = blockOf.get(first);
        int end = first;
        while (end < last && blockOf.get(end + 1) == block) {
            end++;
        }
        return evidence(block, starts.get(first), ends.get(end));
    }

    Evidence evidence(int block, int from, int to) {
        Place place = blocks.get(block);
        return new Evidence(
                place.documentId(),
                place.page(),
                place.index(),
                from,
                to,
                place.text().substring(from, to));
    }

    /** A growing row of numbers, without an object for each. */
    static final class Numbering {

        private int[] numbers = new int[4];
        private int size;

        void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = number;
        }

        int get(int i) {
            return numbers[i];
        }

        int size() {
            return size;
        }
    }
}
