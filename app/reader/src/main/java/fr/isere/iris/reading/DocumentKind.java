package fr.isere.iris.reading;

/** What a document is, by its content and not by its name. */
public enum DocumentKind {
    /** PDF. */
    PDF,
    /** Word. */
    DOCX,
    /** Text of LibreOffice. */
    ODT,
    /** PowerPoint. */
    PPTX,
    /** Slides of LibreOffice. */
    ODP,
    /** Excel. */
    XLSX,
    /** Sheets of LibreOffice. */
    ODS,
    /** Plain text. */
    TEXT,
    /** Markdown. */
    MARKDOWN,
    /** HTML. */
    HTML,
    /** Rich text. */
    RTF,
    /** A message, with or without attachments: EML or MSG. */
    MAIL;

    /** Whether such a file has pages or slides of its own: of the others IRIS makes pages, whose numbers a print need not have. */
    public boolean hasPages() {
        return this == PDF || this == PPTX || this == ODP;
    }
}
