package fr.isere.iris.passages;

import fr.isere.iris.reading.ReadPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Ties each mark of an answer to the words of the page that it names. */
public final class Citations {

    private static final Pattern CODE = Pattern.compile("(?:lo|[lrda])\\d[\\d-]*");

    private final FrenchText french = FrenchText.load();
    private final Support support = new Support(french);
    private final Map<Integer, List<ReadPage>> documents;
    private final Map<Integer, Map<Integer, List<Outline.Placed>>> outlines = new HashMap<>();
    private final Map<Mark.Place, List<Support.Source>> sources = new HashMap<>();

    private Citations(Map<Integer, List<ReadPage>> documents) {
        this.documents = documents;
    }

    /**
     * One for each page of each mark, in the answer's order.
     *
     * @param documents their pages, by the numbers that marks give them; a mark without a number means the only one, or of several the one
     *     that supports it
     */
    public static List<Cited> in(String answer, Map<Integer, List<ReadPage>> documents) {
        Citations citations = new Citations(documents);
        List<Mark> marks = Mark.in(answer);
        Claim claims = new Claim(answer, marks, citations.french);
        List<Cited> cited = new ArrayList<>();
        int earlier = 0;
        for (int i = 0; i < marks.size(); ) {
            int next = i + 1;
            while (next < marks.size() && claims.together(marks.get(next - 1), marks.get(next))) {
                next++;
            }
            List<Mark> together = marks.subList(i, next);
            int end = together.get(together.size() - 1).end();
            String claim = claims.closedBy(together.get(0).start(), end, earlier);
            cited.addAll(citations.of(claim, together));
            earlier = end;
            i = next;
        }
        return cited;
    }

    private List<Cited> of(String claim, List<Mark> marks) {
        boolean numbered =
                marks.stream().flatMap(mark -> mark.places().stream()).allMatch(place -> place.document() > 0);
        if (numbered) {
            return of(claim, marks, 0);
        }
        if (documents.size() == 1) {
            return of(claim, marks, documents.keySet().iterator().next());
        }
        return documents.keySet().stream()
                .sorted()
                .map(number -> of(claim, marks, number))
                .filter(cited -> cited.stream().anyMatch(one -> !one.spans().isEmpty()))
                .findFirst()
                .orElseGet(() -> of(claim, marks, 0));
    }

    private List<Cited> of(String claim, List<Mark> marks, int otherwise) {
        Set<Mark.Place> places = new LinkedHashSet<>();
        marks.forEach(mark -> mark.places().forEach(place -> places.add(in(place, otherwise))));
        List<Support.Source> all =
                places.stream().flatMap(place -> sources(place).stream()).toList();
        List<Support.Source> chosen = support.of(claim, all);
        List<Cited> cited = new ArrayList<>();
        for (Mark mark : marks) {
            for (Mark.Place said : mark.places()) {
                Mark.Place place = in(said, otherwise);
                List<Cited.Span> spans = chosen.stream()
                        .filter(source -> place.equals(source.place()))
                        .map(Support.Source::span)
                        .toList();
                cited.add(new Cited(mark.start(), mark.end(), place.document(), place.page(), isKnown(place), spans));
            }
        }
        return cited;
    }

    private static Mark.Place in(Mark.Place place, int otherwise) {
        return place.document() > 0 ? place : new Mark.Place(otherwise, place.page());
    }

    private boolean isKnown(Mark.Place place) {
        return documents.getOrDefault(place.document(), List.of()).stream()
                .anyMatch(page -> page.number() == place.page());
    }

    private List<Support.Source> sources(Mark.Place place) {
        return sources.computeIfAbsent(place, this::read);
    }

    private List<Support.Source> read(Mark.Place place) {
        List<Support.Source> read = new ArrayList<>();
        for (Outline.Placed block : outline(place.document()).getOrDefault(place.page(), List.of())) {
            Set<String> context = spellings(french.terms(String.join("\n", block.path())));
            for (Sentence sentence : french.sentences(block.text())) {
                Cited.Span span = new Cited.Span(block.index(), sentence.from(), sentence.to());
                Set<String> terms = spellings(french.terms(sentence.in(block.text())));
                read.add(new Support.Source(place, span, terms, context));
            }
        }
        return read;
    }

    /** "L. 311-1" also stands for "311-1" and "article 311-1": answers drop the letter. */
    private static Set<String> spellings(List<String> terms) {
        Set<String> spellings = new HashSet<>(terms);
        terms.stream().filter(term -> CODE.matcher(term).matches()).forEach(term -> {
            String number = term.replaceFirst("^[lord]+|^a", "");
            spellings.add(number);
            spellings.add("article" + number);
        });
        return spellings;
    }

    private Map<Integer, List<Outline.Placed>> outline(int document) {
        return outlines.computeIfAbsent(document, number -> {
            Map<Integer, List<Outline.Placed>> pages = new HashMap<>();
            for (Outline.Placed block : Outline.of(documents.getOrDefault(number, List.of()))) {
                pages.computeIfAbsent(block.page(), page -> new ArrayList<>()).add(block);
            }
            return pages;
        });
    }
}
