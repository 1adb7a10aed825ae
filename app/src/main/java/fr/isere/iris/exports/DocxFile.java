package fr.isere.iris.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** A document for Word, with its real titles, lists, tables and properties. */
final class DocxFile {

    private static final String LANGUAGE = "fr-FR";
    private static final BigInteger BULLETS = BigInteger.ZERO;
    private static final BigInteger NUMBERS = BigInteger.ONE;
    private static final int DEEPEST = 8;

    private final XWPFDocument document;
    private final XWPFNumbering numbering;

    private DocxFile(XWPFDocument document) throws IOException {
        this.document = document;
        this.numbering = document.createNumbering();
        try (InputStream styles = Resources.open("docx-styles.xml");
                InputStream numbers = Resources.open("docx-numbering.xml")) {
            document.createStyles()
                    .setStyles(StylesDocument.Factory.parse(styles).getStyles());
            numbering.setNumbering(NumberingDocument.Factory.parse(numbers).getNumbering());
        } catch (XmlException e) {
            throw new IllegalStateException("IRIS's own styles do not parse", e);
        }
    }

    static void write(Paper paper, OutputStream out) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            DocxFile file = new DocxFile(document);
            file.describe(paper);
            file.setPage(paper.mention());
            paper.blocks().forEach(block -> file.add(block, "", 0));
            document.write(out);
        }
    }

    private void describe(Paper paper) {
        CoreProperties properties = document.getProperties().getCoreProperties();
        properties.setTitle(paper.title());
        properties.setCreator("IRIS");
        properties.setSubjectProperty(paper.mention());
        properties.setDescription(paper.mention());
        properties.setCreated(Optional.of(Date.from(paper.madeAt())));
        properties.getUnderlyingProperties().setLanguageProperty(LANGUAGE);
    }

    /** A4, with the mention and the number of the page at its foot: pages part from one another. */
    private void setPage(String mention) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        var margins = section.addNewPgMar();
        BigInteger margin = BigInteger.valueOf(1134);
        margins.setTop(margin);
        margins.setBottom(margin);
        margins.setLeft(margin);
        margins.setRight(margin);
        margins.setFooter(BigInteger.valueOf(567));
        XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        foot.setStyle("Footer");
        foot.createRun().setText(mention + " – page\u00a0");
        foot.getCTP().addNewFldSimple().setInstr("PAGE");
        foot.createRun().setText(" sur ");
        foot.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }

    /**
     * @param around style of the paragraphs of what it stands in; empty if it stands by itself
     * @param depth how many lists it stands in
     */
    private void add(Block block, String around, int depth) {
        if (block instanceof Block.Heading heading) {
            say("Heading" + heading.level(), heading.runs());
        } else if (block instanceof Block.Paragraph paragraph) {
            indent(say(around, paragraph.runs()), depth);
        } else if (block instanceof Block.Notice notice) {
            say("Notice", notice.runs());
        } else if (block instanceof Block.Code code) {
            indent(say("Code", List.of(Run.plain(code.text()))), depth);
        } else if (block instanceof Block.Quote quote) {
            quote.blocks().forEach(inside -> add(inside, "Quote", depth));
        } else if (block instanceof Block.Listing list) {
            addList(list, depth);
        } else if (block instanceof Block.Table table) {
            new DocxTable(document).add(table);
        } else {
            say("Rule", List.of());
        }
    }

    private XWPFParagraph say(String style, List<Run> runs) {
        XWPFParagraph paragraph = document.createParagraph();
        if (!style.isEmpty()) {
            paragraph.setStyle(style);
        }
        DocxRuns.add(paragraph, runs);
        return paragraph;
    }

    private static void indent(XWPFParagraph paragraph, int depth) {
        if (depth > 0) {
            paragraph.setIndentationLeft(400 * depth);
        }
    }

    private void addList(Block.Listing list, int depth) {
        int level = Math.min(depth, DEEPEST);
        BigInteger number = number(list, level);
        for (List<Block> item : list.items()) {
            boolean opens = !item.isEmpty() && item.get(0) instanceof Block.Paragraph;
            List<Run> first = opens ? ((Block.Paragraph) item.get(0)).runs() : List.of();
            XWPFParagraph paragraph = say("ListParagraph", first);
            paragraph.setNumID(number);
            paragraph.setNumILvl(BigInteger.valueOf(level));
            item.stream().skip(opens ? 1 : 0).forEach(block -> add(block, "ListParagraph", depth + 1));
        }
    }

    /** Each list counts for itself. */
    private BigInteger number(Block.Listing list, int level) {
        BigInteger number = numbering.addNum(list.ordered() ? NUMBERS : BULLETS);
        if (list.ordered()) {
            CTNumLvl override = numbering.getNum(number).getCTNum().addNewLvlOverride();
            override.setIlvl(BigInteger.valueOf(level));
            override.addNewStartOverride().setVal(BigInteger.valueOf(list.start()));
        }
        return number;
    }
}
