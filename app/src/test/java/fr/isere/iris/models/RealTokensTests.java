package fr.isere.iris.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The estimate of tokens against what a real Ollama counts: never below, and not far above in prose. */
class RealTokensTests {

    private static final JsonMapper JSON = new JsonMapper();

    private final URI url = RealOllama.url();
    private final TokenEstimate estimate = new TokenEstimate(Catalogue.read(new ConfigFiles(null))
            .find("smollm2-135m")
            .orElseThrow()
            .charactersPerToken());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bonjour, peux-tu m'aider à écrire un mail à mon équipe pour leur dire que la réunion de demain est annulée ? Merci !",
                "J’ai l’honneur d’accuser réception de votre courrier par lequel vous sollicitez l’attribution d’une allocation"
                        + " personnalisée d’autonomie à domicile au bénéfice de votre mère.",
                "Le président ouvre la séance à 9 h 30. Après avoir constaté que le quorum était atteint, il soumet à l'approbation"
                        + " des membres le procès-verbal de la réunion précédente, lequel est adopté à l'unanimité.",
                "L'usage de l'IA doit servir l'action publique et l'intérêt général, tout en apportant une réelle plus-value.",
            })
    void proseIsNeverEstimatedBelowAndAtMostHalfAbove(String text) {
        int counted = counted(text);

        System.out.println("tokens counted " + counted + ", estimated " + estimate.of(text));
        assertThat(estimate.of(text)).isBetween(counted, counted * 3 / 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DÉLIBÉRATION DE LA COMMISSION PERMANENTE DU CONSEIL DÉPARTEMENTAL",
                "| Vizille | 38562 | 12 450,00 € | +3,2 % |\n| Crémieu | 38138 | 8 120,50 € | -1,0 % |",
                "FR76 3000 6000 0112 3456 7890 189, SIRET 223 800 012 00015, tél. 04 76 00 38 38, réf. AB-2025/1138-ZX9Q",
                "slt jv tt a lheure pr le rdv mai g pa recu le doc dsl peu tu mle renvoyer stp mrc bcp",
                "Super réunion 😀👍🏽 ! ❤️ 👨‍👩‍👧‍👦 c’est noté ✅ → à demain 🇫🇷",
                "Autrans-Méaudre-en-Vercors, Saint-Quentin-Fallavier, Mme Nguyễn Thị Hồng, M. Łukaszewicz, Mme Özdemir",
                "https://opendata.isere.fr/explore/dataset/deliberations-2025/table/?sort=-date_seance#x=45.1885",
                "gNJ/WN8RGjs98kWtqQgCOJp4zcKUkqh190rG86ogL0rZiS/tdVmABbrEimqe44385c857e1007d7b95dac64d892",
                "مرحبا بكم في مقاطعة إيزير. Добро пожаловать. 欢迎来到伊泽尔省。 Καλώς ήρθατε",
                "E\u0301le\u0300ve ne\u0301 a\u0300 Cre\u0301mieu, de\u0301libe\u0301ration",
                "« Qu’est-ce que c’est ? » — demanda-t-il… Coût : 1 234,56 € (12 %), n° 12, 38 °C, ½ journée, §3, ≥ 18 ans.",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ................................ éééééééééééééééééééé",
            })
    void whatIsNoProseIsNeverEstimatedBelow(String text) {
        assertThat(estimate.of(text)).isGreaterThanOrEqualTo(counted(text));
    }

    private int counted(String text) {
        String request = JSON.writeValueAsString(Map.of(
                "model",
                RealOllama.MODEL,
                "prompt",
                text,
                "raw",
                true,
                "stream",
                false,
                "options",
                Map.of("num_predict", 1, "num_ctx", 8192)));
        return JSON.readTree(RealOllama.post(url, "api/generate", request))
                .path("prompt_eval_count")
                .asInt();
    }
}
