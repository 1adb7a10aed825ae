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
    MAIL
}
