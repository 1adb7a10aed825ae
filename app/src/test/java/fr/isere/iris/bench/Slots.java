package fr.isere.iris.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** Fills the gaps of a sentence. */
record Slots(Random random) {

    static final List<String> MONTHS = List.of(
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre");

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final List<String> ASSOCIATIONS = List.of(
            "l'association Les Amis du Vercors",
            "la régie Montagne et Lac",
            "l'office de tourisme du Trièves",
            "l'association Musiques en Oisans",
            "la mission locale Nord-Isère",
            "l'association Handisport Chartreuse",
            "le comité des fêtes de Bourgoin",
            "l'association Aide à Domicile Vallée du Grésivaudan");
    private static final List<String> PLACES = List.of(
            "Voiron",
            "Vienne",
            "Saint-Marcellin",
            "La Mure",
            "Pontcharra",
            "Vizille",
            "Crémieu",
            "Villard-de-Lans",
            "Le Bourg-d'Oisans",
            "Échirolles",
            "La Tour-du-Pin",
            "Roussillon",
            "Mens",
            "Beaurepaire");
    private static final List<String> PEOPLE = List.of(
            "Claire Berthet",
            "Hugo Marchand",
            "Nadia Ferhat",
            "Paul Guillermin",
            "Inès Carvalho",
            "Jean-Louis Perrin",
            "Sophie Lambert",
            "Antoine Roche",
            "Marie Dufour",
            "Karim Belaïd");
    private static final List<String> BODIES = List.of(
            "la Banque des territoires",
            "l'agence de l'eau",
            "le centre de gestion",
            "la Caisse d'épargne",
            "la communauté de communes du Massif du Vercors",
            "l'établissement public foncier");
    private static final List<String> WORKS = List.of(
            "réfection de la toiture de l'école",
            "élargissement du pont",
            "rénovation du gymnase",
            "mise en accessibilité de la mairie",
            "extension du collège",
            "création d'une piste cyclable",
            "reprise des réseaux d'eau potable",
            "restauration de la chapelle");
    private static final List<String> SUBJECTS = List.of(
            "transition énergétique",
            "lecture publique",
            "protection de l'enfance",
            "mobilité des jeunes",
            "habitat et logement",
            "prévention des inondations",
            "agriculture de montagne",
            "inclusion numérique");
    private static final List<String> UNITS = List.of("mois", "jours", "ans", "semaines", "heures");

    String fill(String template) {
        return SLOT.matcher(template).replaceAll(slot -> one(slot.group(1)));
    }

    private String one(String slot) {
        return switch (slot) {
            case "amount" -> amount();
            case "cell" -> grouped((1 + random.nextInt(9_000)) * 100L + random.nextInt(100));
            case "pct" -> (1 + random.nextInt(98)) + (random.nextBoolean() ? "," + (1 + random.nextInt(9)) : "") + " %";
            case "date" -> date();
            case "year" -> String.valueOf(2012 + random.nextInt(16));
            case "dur" -> duration();
            case "num" -> grouped(11 + random.nextInt(random.nextBoolean() ? 900 : 90_000));
            case "num2" -> String.valueOf(10 + random.nextInt(80));
            case "count" -> FrenchNumber.of(2 + random.nextInt(28));
            case "code" -> (2012 + random.nextInt(14)) + "-" + (100 + random.nextInt(900));
            case "law" -> (1990 + random.nextInt(35)) + "-" + (10 + random.nextInt(1_600));
            case "art" ->
                pick(List.of("L. ", "R. ", "D. ")) + (1_000 + random.nextInt(3_000)) + "-" + (1 + random.nextInt(30));
            case "time" -> (8 + random.nextInt(12)) + " h " + (10 + random.nextInt(49));
            case "asso" -> pick(ASSOCIATIONS);
            case "place" -> pick(PLACES);
            case "person" -> pick(PEOPLE);
            case "body" -> pick(BODIES);
            case "works" -> pick(WORKS);
            default -> pick(SUBJECTS);
        };
    }

    private String amount() {
        return switch (random.nextInt(4)) {
            case 0 -> (1 + random.nextInt(90)) + "," + (1 + random.nextInt(9)) + " M€";
            case 1 -> grouped((1 + random.nextInt(900)) * 1_000L) + " euros";
            case 2 -> grouped(100 + random.nextInt(90_000)) + " €";
            default -> grouped((1 + random.nextInt(90)) * 100_000L) + " €";
        };
    }

    private String date() {
        int day = 1 + random.nextInt(28);
        return (day == 1 ? "1er" : String.valueOf(day)) + " " + pick(MONTHS) + " " + (2005 + random.nextInt(22));
    }

    private String duration() {
        int number = 2 + random.nextInt(40);
        return (random.nextBoolean() ? FrenchNumber.of(number) : String.valueOf(number)) + " " + pick(UNITS);
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    private String pick(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
