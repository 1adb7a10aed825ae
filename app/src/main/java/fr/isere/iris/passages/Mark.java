package fr.isere.iris.passages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mark of an answer: {@code [p. 37]}, {@code [p. 37-38]}, {@code [p. 3, 7]}, {@code [doc. 2, p. 37 ; doc. 3, p. 4]}. */
public record Mark(int start, int end, List<Place> places) {

    /**
     * A page that it names.
     *
     * @param document 0 if the mark names none
     */
    public record Place(int document, int page) {}

    /** With its brackets, in characters: what is longer is no mark. */
    public static final int LONGEST = 162;

    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]\\n]{2," + (LONGEST - 2) + "})\\](?!\\()");
    private static final Pattern PART = Pattern.compile(
            "\\G(?:doc(?:ument|s)?\\.?[\\s\\h]*(?:n°[\\s\\h]*)?(?<document>\\d{1,4})(?!\\d)|(?<from>\\d{1,5})[\\s\\h]*(?:[-–—]|à)[\\s\\h]*(?:p\\.[\\s\\h]*)?(?<to>\\d{1,5})(?!\\d)"
                    + "|(?<page>\\d{1,5})(?!\\d)|(?<sign>(?:pages?|pp?\\.?)(?=[\\s\\h:.]*\\d))|[\\s\\h,;:.]|et(?=[\\s\\h]))",
            Pattern.CASE_INSENSITIVE);

    /** A range beyond this names no place, but a part of the document: its ends are shown. */
    private static final int LONGEST_RANGE = 20;

    /** Copies the places. */
    public Mark {
        places = List.copyOf(places);
    }

    /** In the answer's order. */
    public static List<Mark> in(String answer) {
        List<Mark> marks = new ArrayList<>();
        Matcher brackets = BRACKETS.matcher(answer);
        while (brackets.find()) {
            List<Place> places = places(brackets.group(1));
            if (!places.isEmpty()) {
                marks.add(new Mark(brackets.start(), brackets.end(), places));
            }
        }
        return marks;
    }

    /** None if the brackets hold anything else: "[2024]" and "[sic]" are words of the answer. */
    private static List<Place> places(String content) {
        List<Place> places = new ArrayList<>();
        Matcher part = PART.matcher(content);
        int document = 0;
        int end = 0;
        boolean signed = false;
        while (part.find()) {
            end = part.end();
            signed |= part.group("sign") != null;
            if (part.group("document") != null) {
                document = Integer.parseInt(part.group("document"));
            } else if (part.group("page") != null) {
                places.add(new Place(document, Integer.parseInt(part.group("page"))));
            } else if (part.group("from") != null) {
                addRange(document, Integer.parseInt(part.group("from")), Integer.parseInt(part.group("to")), places);
            }
        }
        return signed && end == content.length() ? places.stream().distinct().toList() : List.of();
    }

    private static void addRange(int document, int from, int to, List<Place> places) {
        boolean tooLong = to - from > LONGEST_RANGE;
        for (int page = from; page <= to && !tooLong; page++) {
            places.add(new Place(document, page));
        }
        if (tooLong || to < from) {
            places.add(new Place(document, from));
            places.add(new Place(document, to));
        }
    }
}
