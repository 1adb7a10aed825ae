package fr.isere.iris.identity;

import fr.isere.iris.retention.Pseudonyms;
import org.springframework.stereotype.Component;

/** Who people are, for those who must name one that is not there. */
@Component
public class People {

    private final OidcSettings settings;
    private final Pseudonyms pseudonyms;

    People(OidcSettings settings, Pseudonyms pseudonyms) {
        this.settings = settings;
        this.pseudonyms = pseudonyms;
    }

    /** The pseudonym of who has this subject ({@code sub}) at the provider. */
    public String pseudonymOf(String subject) {
        return pseudonyms.of(settings.issuer() + "|" + subject);
    }
}
