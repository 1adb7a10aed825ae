package fr.isere.iris.reader.office;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What LibreOffice's automatic styles say that matters to the text: page breaks, hidden letters, how lists count. */
final class OdfStyles {

    private final Set<String> breaking = new HashSet<>();
    private final Set<String> hiding = new HashSet<>();
    private final Set<String> whitening = new HashSet<>();
    private final Set<String> shading = new HashSet<>();
    private final Map<String, Integer> headings = new HashMap<>();
    private final Map<String, String> formats = new HashMap<>();
    private String style = "";
    private String list = "";

    /** An element of the styles begins. */
    void begins(XmlCursor xml) {
        switch (xml.name()) {
            case "style" -> {
                style = xml.attribute("name", "");
                heading(xml.attribute("parent-style-name", ""));
                if (!xml.attribute("master-page-name", "").isEmpty()) {
                    breaking.add(style);
                }
            }
            case "list-style" -> list = xml.attribute("name", "");
            case "paragraph-properties" -> {
                if (xml.attribute("break-before", "").equals("page")) {
                    breaking.add(style);
                }
                shades(xml);
            }
            case "text-properties" -> {
                if (xml.attribute("display", "").equals("none")
                        || xml.attribute("font-size", "").matches("[01]?(?:\\.\\d+)?pt")) {
                    hiding.add(style);
                }
                if (xml.attribute("color", "").equalsIgnoreCase("#ffffff")) {
                    whitening.add(style);
                }
                shades(xml);
            }
            case "list-level-style-number" ->
                formats.put(
                        list + '/' + xml.attribute("level", "1"),
                        xml.attribute("num-prefix", "")
                                + '\t'
                                + xml.attribute("num-format", "")
                                + '\t'
                                + xml.attribute("num-suffix", ""));
            default -> {
                // looks
            }
        }
    }

    private void heading(String parent) {
        if (parent.equals("Title")) {
            headings.put(style, 1);
        } else if (parent.matches("Heading_20_[1-9]")) {
            headings.put(style, parent.charAt(parent.length() - 1) - '0');
        }
    }

    private void shades(XmlCursor xml) {
        String colour = xml.attribute("background-color", "transparent");
        if (!colour.equals("transparent") && !colour.equalsIgnoreCase("#ffffff")) {
            shading.add(style);
        }
    }

    /** The level of heading that a paragraph looks like, though it says that it is none; 0 if it does not. */
    int heading(String name, int otherwise) {
        return headings.getOrDefault(name, otherwise);
    }

    boolean breaksPage(String name) {
        return breaking.contains(name);
    }

    boolean hides(String name) {
        return hiding.contains(name) || (whitening.contains(name) && !shading.contains(name));
    }

    /** What stands before an item. */
    String marker(String name, int level, int number) {
        String format = formats.get(name + '/' + level);
        if (format == null) {
            return "-";
        }
        String[] parts = format.split("\t", -1);
        return parts[1].isEmpty() ? "-" : parts[0] + Numerals.of(parts[1], number) + parts[2];
    }
}
