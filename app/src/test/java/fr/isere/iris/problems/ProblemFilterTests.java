package fr.isere.iris.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the filters throw, before and after the answer has begun. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemFilterTests {

    private static final String SECRET = "what somebody wrote";

    private final ProblemTranslation translation = new ProblemTranslation(new Problems(), failure -> false);
    private final ProblemFilter filter = new ProblemFilter(translation, new ProblemWriter());
    private final ProblemController errorPage = new ProblemController(translation, new ProblemWriter());
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/conversations");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aStorageThatIsAwayIsToldAndLoggedOnce(CapturedOutput logs) throws Exception {
        filter.doFilter(request, response, redisIsAway());

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).contains("storage-unavailable");
        assertThat(logs).containsOnlyOnce("storage-unavailable").doesNotContain(SECRET);
    }

    @Test
    void anAnswerThatHadBegunIsBrokenOffAndWhatHappenedIsLoggedOnceAsWhatItIs(CapturedOutput logs) throws IOException {
        response.getOutputStream().print("the beginning");
        response.flushBuffer();

        Throwable thrown = catchThrowable(() -> filter.doFilter(request, response, redisIsAway()));
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, thrown);
        errorPage.answer(request, response);

        assertThat(thrown).isInstanceOf(BrokenOff.class).hasNoCause();
        assertThat(response.getContentAsString()).isEqualTo("the beginning");
        assertThat(logs)
                .containsOnlyOnce("storage-unavailable")
                .doesNotContain("Internal problem")
                .doesNotContain(SECRET);
    }

    static Stream<IOException> endsOfAConnection() {
        return Stream.of(
                new EOFException(), new SocketException("Connection reset"), new SocketTimeoutException(SECRET));
    }

    @ParameterizedTest
    @MethodSource("endsOfAConnection")
    void aBrowserThatIsGoneIsNoErrorOfTheServer(IOException end, CapturedOutput logs) throws IOException {
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, end);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);

        errorPage.answer(request, response);

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(logs).doesNotContain("Internal problem").doesNotContain(SECRET);
    }

    private static FilterChain redisIsAway() {
        return (request, response) -> {
            throw new RedisConnectionFailureException(SECRET);
        };
    }
}
