package fr.isere.iris.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownFileTests {

    @Test
    void whatIsReadAgainIsWhatWasWritten() throws IOException {
        List<Block> blocks = AnswerBlocks.of(Samples.TEXT);

        List<Block> again =
                AnswerBlocks.of(written(new Paper("t", "m", Samples.paper().madeAt(), blocks)));

        assertThat(PapersTests.words(again)).isEqualTo(PapersTests.words(blocks));
        assertThat(again)
                .filteredOn(Block.Table.class::isInstance)
                .isEqualTo(blocks.stream().filter(Block.Table.class::isInstance).toList());
        assertThat(again)
                .filteredOn(Block.Code.class::isInstance)
                .isEqualTo(blocks.stream().filter(Block.Code.class::isInstance).toList());
    }

    @Test
    void noHtmlOfAnAnswerComesAliveAndTheMentionIsThere() throws IOException {
        Paper paper = Samples.paper();

        assertThat(written(paper))
                .startsWith("# Note sur l’Isère amont\n")
                .contains("\\<script\\>")
                .doesNotContain("<script>")
                .contains(paper.mention())
                .contains(Samples.REMINDER);
    }

    private static String written(Paper paper) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MarkdownFile.write(paper, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
