package fr.isere.iris.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class DemoProviderTests {

    @Test
    void tellsItsAddressesAndShowsItsForm() throws Exception {
        try (DemoProvider provider = DemoProvider.start()) {
            assertThat(get(provider.issuer() + "/.well-known/openid-configuration"))
                    .contains("\"issuer\":\"" + provider.issuer() + "\"", "\"end_session_endpoint\"");
            assertThat(get(provider.issuer() + "/login"))
                    .contains("Camille Martin", "Nadia Berthet", "Hugo Roche", "Inès Lambert")
                    .doesNotContain("{{")
                    .doesNotContain(provider.passwords().values());
        }
    }

    private static String get(String address) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
