package fr.isere.iris.reader;

/** Makes a presentation of PowerPoint, slide by slide. */
final class Slides {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Slides() {}

    static byte[] of(String... slides) {
        return zip(slides).bytes();
    }

    /** One to which parts can be added. */
    static Zip zip(String... slides) {
        return beginning("", slides);
    }

    /** One whose slides begin with something. */
    static Zip beginning(String prolog, String... slides) {
        Zip zip = new Zip().with("[Content_Types].xml", "<Types/>");
        StringBuilder ids = new StringBuilder();
        StringBuilder parts = new StringBuilder();
        for (int i = 1; i <= slides.length; i++) {
            ids.append("<p:sldId id=\"" + i + "\" r:id=\"s" + i + "\"/>");
            parts.append("<Relationship Id=\"s" + i + "\" Target=\"slides/slide" + i + ".xml\"/>");
            zip.with(
                    "ppt/slides/slide" + i + ".xml",
                    prolog + "<p:sld xmlns:p=\"p\" xmlns:a=\"a\" xmlns:r=\"" + RELATIONS + "\">" + slides[i - 1]
                            + "</p:sld>");
        }
        return zip.with(
                        "ppt/presentation.xml",
                        "<p:presentation xmlns:p=\"p\" xmlns:r=\"" + RELATIONS + "\">" + ids + "</p:presentation>")
                .with("ppt/_rels/presentation.xml.rels", "<Relationships>" + parts + "</Relationships>");
    }
}
