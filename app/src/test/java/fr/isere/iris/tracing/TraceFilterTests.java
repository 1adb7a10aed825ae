package fr.isere.iris.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Each request has one trace id, the proxy's if that is one. */
class TraceFilterTests {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final AtomicReference<@Nullable String> during = new AtomicReference<>();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void theProxysIsTaken() throws Exception {
        pass("00-" + ID + "-00f067aa0ba902b7-01");

        assertThat(response.getHeader("X-Request-Id")).isEqualTo(ID);
        assertThat(during.get()).isEqualTo(ID);
        assertThat(MDC.get(Trace.KEY)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anything, \"quoted\"\nand a line",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
            })
    void anythingElseIsReplaced(String header) throws Exception {
        pass(header);

        assertThat(Objects.requireNonNull(during.get()))
                .matches("[0-9a-f]{32}")
                .isEqualTo(response.getHeader("X-Request-Id"))
                .isNotEqualTo(ID);
    }

    private void pass(String header) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.addHeader("traceparent", header);
        new TraceFilter().doFilter(request, response, (asked, answered) -> during.set(MDC.get(Trace.KEY)));
    }
}
