package fr.isere.iris.problems;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.testing.IrisTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What no client library would send: the server itself refuses some of it before the application sees it. */
@IrisTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RawRequestTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/%zz HTTP/1.1",
                "GET /api//me HTTP/1.1",
                "GET /api/me;a=b HTTP/1.1",
                "GET /api/..%2Fme HTTP/1.1",
                "GET /api/%00 HTTP/1.1",
                "TRACE /api/me HTTP/1.1",
                "GET /api/{me} HTTP/1.1"
            })
    void requestThatNoBrowserSendsIsStillAProblem(String line) throws IOException {
        String answer = answerTo(line + "\r\nHost: iris\r\nConnection: close\r\n\r\n");
        assertThat(answer).containsPattern("^HTTP/1.1 4\\d\\d ").doesNotContain("<html", "Exception", "Tomcat");
        assertThat(answer).contains("application/problem+json", "urn:iris:problem:");
    }

    private String answerTo(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
