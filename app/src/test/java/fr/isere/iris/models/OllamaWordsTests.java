package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.models.StoreFailed.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Ollama 0.17.4 says word for word where it cannot, as heard from it, and what of that a person is told. */
class OllamaWordsTests {

    private static final char QUOTE = '`';

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = QUOTE, textBlock = """
                    REGISTRY    | max retries exceeded: unexpected EOF
                    REGISTRY    | max retries exceeded: EOF
                    REGISTRY    | max retries exceeded
                    REGISTRY    | max retries exceeded: Get "https://registry/data": net/http: TLS handshake timeout
                    REGISTRY    | pull model manifest: Get "http://127.0.0.1:45305/v2/library/smol/manifests/1": EOF
                    REGISTRY    | pull model manifest: Get "http://registry/v2/library/big-eof/manifests/1": EOF
                    REGISTRY    | pull model manifest: 500: oops
                    MISSING     | pull model manifest: file does not exist
                    UNSUPPORTED | pull model manifest: 412: {"errors":[{"code":"x","message":"newer"}]}
                    DISK_FULL   | write /models/blobs/sha256-b179-partial: no space left on device
                    DISK_FULL   | max retries exceeded: write /models/blobs/sha256-b179-partial: no space left on device
                    MEMORY      | model requires more system memory (8789.2 GiB) than is available (21.8 GiB)
                    MEMORY      | model is too large for system memory
                    MEMORY      | memory layout cannot be allocated
                    CORRUPT     | digest mismatch, file must be downloaded again: want sha256:1, got sha256:2
                    CORRUPT     | unexpected EOF
                    CORRUPT     | invalid file magic
                    """)
    void anErrorIsToldAsWhatItMeans(Reason reason, String words) {
        assertThat(OllamaProgress.meaning(0, words)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = QUOTE, textBlock = """
                    UNSUPPORTED | error loading model architecture: unknown model architecture: 'lhama'
                    UNSUPPORTED | unable to load model: /models/blobs/sha256-8aa8
                    UNSUPPORTED | this model is not supported by your version of Ollama. You may need to upgrade
                    """)
    void anArchitectureThatItDoesNotKnowIsNoDamage(Reason reason, String words) {
        assertThat(OllamaProgress.meaning(500, words)).isEqualTo(reason);
    }

    @Test
    void aRefusalWithoutWordsIsReadByItsStatus() {
        assertThat(OllamaProgress.meaning(404, "")).isEqualTo(Reason.MISSING);
        assertThat(OllamaProgress.meaning(500, "")).isEqualTo(Reason.MISBEHAVING);
    }
}
