package fr.isere.iris.exports;

import fr.isere.iris.problems.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A document whose every character a PDF can show. A symbol that no font has is shown by its number; a whole script that would come
 * out unreadable is refused, since Word and LibreOffice set it well.
 */
final class Settable {

    private Settable() {}

    /** @throws ProblemException {@code export-pdf-script} */
    static Paper of(Paper paper) {
        return new Paper(text(paper.title()), text(paper.mention()), paper.madeAt(), blocks(paper.blocks()));
    }

    private static List<Block> blocks(List<Block> blocks) {
        return blocks.stream().map(Settable::block).toList();
    }

    private static Block block(Block block) {
        if (block instanceof Block.Heading heading) {
            return new Block.Heading(heading.level(), runs(heading.runs()));
        }
        if (block instanceof Block.Paragraph paragraph) {
            return new Block.Paragraph(runs(paragraph.runs()));
        }
        if (block instanceof Block.Notice notice) {
            return new Block.Notice(runs(notice.runs()));
        }
        if (block instanceof Block.Code code) {
            return new Block.Code(text(code.text()));
        }
        return large(block);
    }

    private static Block large(Block block) {
        if (block instanceof Block.Listing list) {
            return new Block.Listing(
                    list.ordered(),
                    list.start(),
                    list.items().stream().map(Settable::blocks).toList());
        }
        if (block instanceof Block.Quote quote) {
            return new Block.Quote(blocks(quote.blocks()));
        }
        return block instanceof Block.Table table
                ? new Block.Table(
                        cells(table.header()),
                        table.sides(),
                        table.rows().stream().map(Settable::cells).toList())
                : block;
    }

    private static List<List<Run>> cells(List<List<Run>> cells) {
        return cells.stream().map(Settable::runs).toList();
    }

    private static List<Run> runs(List<Run> runs) {
        return runs.stream().map(run -> new Run(text(run.text()), run.looks())).toList();
    }

    private static String text(String text) {
        StringBuilder settable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(settable, character));
        return settable.toString();
    }

    private static void append(StringBuilder settable, int character) {
        if (isInvisible(character)) {
            return;
        }
        if (isRightToLeft(character) || (Character.isLetter(character) && !Fonts.have(character))) {
            throw new ProblemException("export-pdf-script", HttpStatus.BAD_REQUEST);
        }
        if (character == '\n' || Fonts.have(character)) {
            settable.appendCodePoint(character);
        } else if (character == '\t') {
            settable.append("    ");
        } else {
            settable.append(Legible.shown(character));
        }
    }

    private static boolean isRightToLeft(int character) {
        return switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        };
    }

    /** What joins or varies the characters around it, and shows nothing itself. */
    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT || (character >= 0xFE00 && character <= 0xFE0F);
    }
}
