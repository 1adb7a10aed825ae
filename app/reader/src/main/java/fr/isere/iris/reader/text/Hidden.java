package fr.isere.iris.reader.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/** Takes out of a page what nobody sees of it. */
final class Hidden {

    private static final String NEVER_SHOWN =
            "script, style, template, noscript, head, title, svg, math annotation, object,"
                    + " embed, iframe, input, select, textarea, datalist, [hidden], [aria-hidden=true]";
    private static final String HIDES =
            "display:none|visibility:hidden|visibility:collapse|font-size:0(?:px|pt|em|%)?(?:;|$)"
                    + "|font-size:1px|opacity:0(?:\\.0+)?(?:;|$)|(?:text-indent|left|top|margin-left):-\\d{3,}";
    private static final Pattern HIDDEN = Pattern.compile(HIDES);
    private static final Pattern WHITE = Pattern.compile(
            "(?:^|;)color:(?:white|#fff|#ffffff|#fefefe|transparent|rgba?\\(255,255,255.*?\\)|rgba\\([^)]*,0\\))(?:;|$)");
    private static final Pattern RULE = Pattern.compile("([^{}]{1,200})\\{([^{}]{1,2000})}");

    private Hidden() {}

    static void remove(Document document) {
        String sheets = document.select("style").html();
        document.select(NEVER_SHOWN).remove();
        Matcher rule = RULE.matcher(sheets);
        while (rule.find()) {
            if (hides(rule.group(2)) && !rule.group(1).contains("@")) {
                remove(document, rule.group(1).strip());
            }
        }
        for (Element element : document.select("[style], font[color]")) {
            String style = plain(element.attr("style") + ";color:" + element.attr("color"));
            if (HIDDEN.matcher(style).find() || (WHITE.matcher(style).find() && onWhite(element))) {
                element.remove();
            }
        }
    }

    private static void remove(Document document, String selector) {
        try {
            document.select(selector).remove();
        } catch (Selector.SelectorParseException unknown) {
            // of another screen, or of a state of the mouse
        }
    }

    private static boolean hides(String style) {
        return HIDDEN.matcher(plain(style)).find();
    }

    private static boolean onWhite(Element element) {
        for (Element around = element; around != null; around = around.parent()) {
            if (around.hasAttr("bgcolor")
                    || around.hasAttr("background")
                    || plain(around.attr("style")).contains("background")) {
                return plain(around.attr("style")).matches(".*background(?:-color)?:(?:white|#fff|#ffffff)(?:;.*|$)");
            }
        }
        return true;
    }

    private static String plain(String style) {
        return style.toLowerCase(Locale.ROOT).replaceAll("\\s|!important", "");
    }
}
