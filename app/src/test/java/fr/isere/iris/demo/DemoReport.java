package fr.isere.iris.demo;

import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody needs to use a demonstration that has started.
 *
 * @param url of the page
 * @param redis {@code host:port}
 * @param engine what answers
 * @param model its model's display name
 * @param accounts password by user name
 */
record DemoReport(String url, String redis, String engine, String model, Map<String, String> accounts) {

    /** For scripts. */
    String line() {
        return "IRIS_READY " + JsonMapper.shared().writeValueAsString(this);
    }

    /** For eyes. */
    String block() {
        String people = accounts.entrySet().stream()
                .map(account -> "    %-12s %s".formatted(account.getKey(), account.getValue()))
                .collect(Collectors.joining("\n"));
        return """

                IRIS est prêt : %s

                  Moteur : %s (%s)
                  Comptes de démonstration (identifiant, mot de passe) :
                %s

                Ctrl-C arrête tout et efface tout.
                """.formatted(url, engine, model, people);
    }
}
