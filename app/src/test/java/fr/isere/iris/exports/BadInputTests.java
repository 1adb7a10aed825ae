package fr.isere.iris.exports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.chat.Composition;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a format gets that nobody would write. */
class BadInputTests {

    private static final String WILD = "a\u0000\u000b\u001b\uD800 \u202Eb\uFFFE | ]]> <!-- & &#0; \uD83D\uDE00 <w:p> "
            + "é".repeat(300) + "\n\n| a |\n|---|\n| b | c | d |\n|\n\n- \n- \n\n####\n\n> \n\n```\n\t\u0001\n```\n";

    private final Press press = new Press();

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    void aHundredThousandCharactersEndSoon(Format format) {
        Paper paper = Samples.longPaper(100_000);

        MadeFile file = press.print(paper, format);

        assertThat(file.bytes().contentLength()).isBetween(5_000L, 5_000_000L);
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    void whatNoFormatCanHoldIsShownAndNothingBreaks(Format format) {
        assertThat(press.print(Samples.paper(WILD, Composition.Method.GENERATIVE), format)
                        .bytes()
                        .contentLength())
                .isPositive();
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    void wordsWithoutASpaceAndListsWithoutAnEndAreSetToo(Format format) {
        String text = "x".repeat(20_000) + "\n\n" + "- a\n".repeat(5_000) + "\n" + "> ".repeat(500) + "fond";

        assertThat(press.print(Samples.paper(text, Composition.Method.GENERATIVE), format)
                        .bytes()
                        .contentLength())
                .isPositive();
    }
}
