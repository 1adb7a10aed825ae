package fr.isere.iris.exports;

import fr.isere.iris.chat.Composition;
import fr.isere.iris.chat.GivenAnswer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes a document of an answer: what it says, framed by what whoever reads it must know. */
final class Papers {

    private static final ZoneId HERE = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH).withZone(HERE);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H 'h' mm", Locale.FRENCH).withZone(HERE);
    private static final String EXTRACTS =
            "Phrases recopiées du document, sans génération\u00a0: rien d’inventé, mais rien de reformulé.";

    private final GivenAnswer answer;
    private final Reviewer reviewer;
    private final Checklist checklist;
    private final Sources sources;
    private final Instant now;

    /** @param now when the document is made */
    Papers(GivenAnswer answer, Reviewer reviewer, Checklist checklist, Sources sources, Instant now) {
        this.answer = answer;
        this.reviewer = reviewer;
        this.checklist = checklist;
        this.sources = sources;
        this.now = now;
    }

    /** @param reminder the charter's standing sentence */
    Paper paper(String reminder) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, List.of(Run.plain(title()))));
        blocks.add(new Block.Notice(List.of(Run.bold(mention()), Run.plain("\n" + reminder))));
        blocks.addAll(AnswerBlocks.of(answer.text()));
        addSection(blocks, "Points à vérifier", OpenPoints.lines(checklist.open(), sources));
        boolean among = sources.all().size() > 1;
        addSection(
                blocks,
                "Sources",
                sources.all().stream().map(source -> source.line(among)).toList());
        addSection(blocks, "À propos de ce document", about());
        return new Paper(title(), mention(), now, blocks);
    }

    private static void addSection(List<Block> blocks, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(new Block.Heading(2, List.of(Run.plain(title))));
            blocks.add(Block.Listing.of(lines));
        }
    }

    String title() {
        String title = answer.title();
        return title == null || title.isBlank()
                ? "Réponse d’IRIS"
                : Legible.of(title).replace('\n', ' ');
    }

    /** The sentence without which nothing leaves. */
    String mention() {
        return "Document rédigé avec l’aide d’IRIS (" + writer() + ", " + day(answer.createdAt())
                + "), relu et validé par " + reviewer.name() + except() + (endsWithPoint() ? "" : ".");
    }

    private boolean endsWithPoint() {
        return checklist.open().isEmpty() && reviewer.name().endsWith(".");
    }

    private String except() {
        int open = checklist.open().size();
        if (open == 0) {
            return "";
        }
        return open == 1
                ? ", sauf 1 point à vérifier, indiqué à la fin"
                : ", sauf " + open + " points à vérifier, énumérés à la fin";
    }

    private String writer() {
        return switch (answer.method()) {
            case GENERATIVE -> "modèle " + answer.model();
            case EXTRACTIVE -> "phrases recopiées, sans modèle";
            case SEARCH -> "recherche dans les documents, sans modèle";
        };
    }

    private List<String> about() {
        List<String> lines = new ArrayList<>();
        lines.add("Relu par\u00a0: " + reviewer.name() + ".");
        lines.add("Réponse du " + day(answer.createdAt()) + " à " + TIME.format(answer.createdAt())
                + ", document établi le " + day(now) + " à " + TIME.format(now) + ".");
        if (answer.method() == Composition.Method.GENERATIVE) {
            lines.add("Modèle\u00a0: " + answer.model() + ".");
        } else if (answer.method() == Composition.Method.EXTRACTIVE) {
            lines.add(EXTRACTS);
        }
        if (sources.isEmpty()) {
            lines.add("Aucun document n’a été consulté\u00a0: le texte vient du modèle seul.");
        }
        lines.add(checks());
        return lines;
    }

    private String checks() {
        int all = checklist.supported() + checklist.checked() + checklist.open().size();
        if (all == 0) {
            return "Points relevés par IRIS\u00a0: aucun. Le reste se vérifie aussi.";
        }
        return "Points relevés par IRIS\u00a0: " + all + ", dont " + checklist.supported()
                + " retrouvés dans les documents, " + checklist.checked() + " vérifiés par la personne qui a relu et "
                + checklist.open().size() + " à vérifier.";
    }

    /** {@code 1er mars 2026}. */
    private static String day(Instant instant) {
        String day = DAY.format(instant);
        return day.startsWith("1 ") ? "1er" + day.substring(1) : day;
    }
}
