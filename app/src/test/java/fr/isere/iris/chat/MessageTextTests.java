package fr.isere.iris.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.isere.iris.problems.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTextTests {

    @Test
    void acceptsAsItIsWhatAPersonWrites() {
        String text = "Réunion du 12 mars :\r\n\t– point 1 « œuvre » 👩🏽‍🚒 עברית \u200Fعربي\u200E";

        assertThat(MessageText.checked(text, 1000)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatCannotBeAskedAndSaysWhy(String text, String problem) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> MessageText.checked(text, 1000))
                .satisfies(refused -> assertThat(refused.name()).isEqualTo(problem));
    }

    static List<Arguments> refusesWhatCannotBeAskedAndSaysWhy() {
        return List.of(
                Arguments.of("", "message-empty"),
                Arguments.of(" \n\t\u00a0 ", "message-empty"),
                Arguments.of("x".repeat(1001), "message-too-long"),
                Arguments.of("demi \uD83D caractère", "message-damaged"),
                Arguments.of("demi caractère \uDE00", "message-damaged"),
                Arguments.of("nul \u0000 octet", "message-control-characters"),
                Arguments.of("retour \u0008 arrière", "message-control-characters"),
                Arguments.of("C1 \u0085 suite", "message-control-characters"),
                Arguments.of("facture \u202Efdp.exe", "message-direction-overrides"));
    }
}
