package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.chat.Citation;
import org.junit.jupiter.api.Test;

/** What is copied before anybody asks goes the whole way of an extract. */
class FirstExtractTests {

    @Test
    void itsTextHasSentencesToChooseFromOnManyPages() {
        CopiedText text = FirstExtract.copied();

        assertThat(text.citations()).hasSize(FirstExtract.SENTENCES);
        assertThat(text.citations().stream().map(Citation::page).distinct()).hasSizeGreaterThan(5);
        assertThat(text.toString()).contains("## Article L.");
    }
}
