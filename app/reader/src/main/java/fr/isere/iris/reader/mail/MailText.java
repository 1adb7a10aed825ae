package fr.isere.iris.reader.mail;

import fr.isere.iris.reader.Letters;
import fr.isere.iris.reader.PageCutter;
import fr.isere.iris.reader.Unreadable;
import fr.isere.iris.reader.text.HtmlReader;
import fr.isere.iris.reader.text.PlainReader;
import fr.isere.iris.reading.Block;

/** What a message shows of itself: who wrote it to whom, when, about what, and its text. */
final class MailText {

    private final PageCutter pages;

    MailText(PageCutter pages) {
        this.pages = pages;
    }

    void subject(String subject) throws Unreadable {
        String clean = Letters.clean(subject).strip();
        if (!clean.isEmpty()) {
            pages.add(Block.heading(1, clean));
        }
    }

    void field(String label, String value) throws Unreadable {
        String clean = Letters.clean(value).replace('\n', ' ').strip();
        if (!clean.isEmpty()) {
            pages.add(Block.paragraph(label + " : " + clean));
        }
    }

    /** Whether there was anything in it. */
    boolean plain(String text) throws Unreadable {
        PlainReader.read(text, pages);
        return !text.isBlank();
    }

    /** Whether there was anything in it. */
    boolean html(String text) throws Unreadable {
        HtmlReader.read(text, pages);
        return !text.isBlank();
    }
}
