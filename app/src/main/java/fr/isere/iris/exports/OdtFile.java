package fr.isere.iris.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A document for LibreOffice: OpenDocument 1.3, written by the JDK's own StAX and zip. */
final class OdtFile {

    private static final String TYPE = "application/vnd.oasis.opendocument.text";
    private static final String XML = "text/xml";

    private OdtFile() {}

    static void write(Paper paper, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        putType(zip);
        put(zip, "META-INF/manifest.xml", written(OdtFile::manifest));
        put(zip, "meta.xml", written(xml -> meta(xml, paper)));
        put(zip, "styles.xml", Resources.text("odt-styles.xml").getBytes(StandardCharsets.UTF_8));
        put(zip, "content.xml", written(xml -> new OdtBody(xml).write(paper)));
        zip.finish();
    }

    /** Something that writes XML. */
    private interface Part {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static byte[] written(Part part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            part.write(xml);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("no XML", e);
        }
        return bytes.toByteArray();
    }

    /** First and not compressed, so that a file's type stands at a place where tools look for it. */
    private static void putType(ZipOutputStream zip) throws IOException {
        byte[] type = TYPE.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        ZipEntry entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(type.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(type);
        zip.closeEntry();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void manifest(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("manifest:manifest");
        xml.writeAttribute("xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
        xml.writeAttribute("manifest:version", "1.3");
        entry(xml, "/", TYPE);
        entry(xml, "content.xml", XML);
        entry(xml, "styles.xml", XML);
        entry(xml, "meta.xml", XML);
        xml.writeEndElement();
    }

    private static void entry(XMLStreamWriter xml, String path, String type) throws XMLStreamException {
        xml.writeEmptyElement("manifest:file-entry");
        xml.writeAttribute("manifest:full-path", path);
        xml.writeAttribute("manifest:media-type", type);
    }

    private static void meta(XMLStreamWriter xml, Paper paper) throws XMLStreamException {
        xml.writeStartElement("office:document-meta");
        xml.writeAttribute("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0");
        xml.writeAttribute("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0");
        xml.writeAttribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
        xml.writeAttribute("office:version", "1.3");
        xml.writeStartElement("office:meta");
        element(xml, "dc:title", paper.title());
        element(xml, "dc:subject", paper.mention());
        element(xml, "dc:description", paper.mention());
        element(xml, "meta:initial-creator", "IRIS");
        element(xml, "dc:creator", "IRIS");
        element(xml, "meta:creation-date", paper.madeAt().toString());
        element(xml, "dc:language", "fr-FR");
        element(xml, "meta:generator", "IRIS");
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
