package fr.isere.iris.bench;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Pages as recognition may leave their figures: O for 0, l or I for 1, a space inside a number. The same for the same seed. */
final class MisreadPages {

    private static final Pattern FIGURE = Pattern.compile("\\d[\\d ]*\\d|\\d");

    private final Random random;
    private final int oneIn;

    private MisreadPages(int seed, int oneIn) {
        this.random = new Random(seed);
        this.oneIn = oneIn;
    }

    /** @param oneIn how many figures there are for each that is misread */
    static List<ReadPage> of(List<ReadPage> pages, int oneIn, int seed) {
        MisreadPages misread = new MisreadPages(seed, oneIn);
        return pages.stream()
                .map(page -> new ReadPage(
                        page.number(),
                        ReadPage.Origin.RECOGNISED,
                        page.blocks().stream().map(misread::of).toList()))
                .toList();
    }

    private Block of(Block block) {
        return block.kind() == Block.Kind.ROW
                ? Block.row(block.cells().stream().map(this::of).toList())
                : block.kind() == Block.Kind.HEADING ? block : Block.paragraph(of(block.text()));
    }

    private String of(String text) {
        return FIGURE.matcher(text).replaceAll(this::figure);
    }

    private String figure(MatchResult found) {
        String figure = found.group();
        if (random.nextInt(oneIn) > 0) {
            return figure;
        }
        return switch (random.nextInt(3)) {
            case 0 -> some(figure, '0', "Oo");
            case 1 -> some(figure, '1', "lI");
            default -> spaced(figure);
        };
    }

    private String some(String figure, char digit, String lookalikes) {
        StringBuilder misread = new StringBuilder();
        for (int i = 0; i < figure.length(); i++) {
            char character = figure.charAt(i);
            boolean wrong = character == digit && random.nextBoolean();
            misread.append(wrong ? lookalikes.charAt(random.nextInt(lookalikes.length())) : character);
        }
        return misread.toString();
    }

    private String spaced(String figure) {
        int at = figure.length() < 2 ? 0 : 1 + random.nextInt(figure.length() - 1);
        return at == 0 ? figure : figure.substring(0, at) + ' ' + figure.substring(at);
    }
}
