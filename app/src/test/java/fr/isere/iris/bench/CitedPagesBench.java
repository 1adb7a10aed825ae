package fr.isere.iris.bench;

import fr.isere.iris.passages.Corpus;
import fr.isere.iris.passages.Extract;
import fr.isere.iris.passages.Extracted;
import fr.isere.iris.passages.FrenchText;
import fr.isere.iris.reading.ReadPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether the sentences of an extract stand on the pages that it cites: files are read by IRIS's own reader, and the page is looked at
 * with another one, pdftotext, in the PDF of the same text. Pages of Word and LibreOffice files are IRIS's own: that they are not those of
 * the paper shows here.
 */
final class CitedPagesBench {

    private static final int SENTENCES = 300;
    private static final int FIRST_SCANNED = 10;

    /** Share of a sentence's words that recognition must have got right, for its page to be called the right one. */
    private static final double RECOGNISED = 0.9;

    private CitedPagesBench() {}

    static void tell() throws IOException {
        Path folder = Corpus.folder();
        List<String> pages = pages(folder.resolve("crpa.pdf"));
        tell("crpa.pdf", WorkerReading.of(folder.resolve("crpa.pdf")), pages, 0, 1);
        tell(
                "crpa-numerise-4p.pdf",
                WorkerReading.of(folder.resolve("crpa-numerise-4p.pdf")),
                pages,
                FIRST_SCANNED - 1,
                RECOGNISED);
        tell("crpa.docx", WorkerReading.of(folder.resolve("crpa.docx")), pages, 0, 1);
        tell("crpa.odt", WorkerReading.of(folder.resolve("crpa.odt")), pages, 0, 1);
    }

    private static void tell(String name, List<ReadPage> read, List<String> pages, int before, double share) {
        List<Extracted> all = Extract.of(read, SENTENCES, FrenchText.load());
        System.out.printf(
                Locale.ROOT,
                "%s: %d pages read by IRIS; of %d sentences, as pdftotext has them, %d stand on the cited page, %d on the next, %d on some page%n",
                name,
                read.size(),
                all.size(),
                all.stream()
                        .filter(one -> stands(one.text(), page(pages, one.page() + before), share))
                        .count(),
                all.stream()
                        .filter(one -> stands(one.text(), page(pages, one.page() + before + 1), share))
                        .count(),
                all.stream()
                        .filter(one -> pages.stream().anyMatch(page -> stands(one.text(), page, share)))
                        .count());
    }

    private static String page(List<String> pages, int number) {
        return number <= pages.size() ? pages.get(number - 1) : "";
    }

    /** As one run of letters and figures if all of it must be there, since hyphens and lines are the layout's; else so many of its words. */
    private static boolean stands(String sentence, String page, double share) {
        if (share == 1) {
            return page.replace(" ", "").contains(sentence(sentence).replace(" ", ""));
        }
        Set<String> there = new HashSet<>(Arrays.asList(page.split(" ", -1)));
        List<String> words = List.of(sentence(sentence).split(" ", -1));
        return words.stream().filter(there::contains).count() >= share * words.size();
    }

    private static List<String> pages(Path file) throws IOException {
        Process process = new ProcessBuilder("pdftotext", file.toString(), "-").start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("\f")
                    .splitAsStream(text)
                    .map(CitedPagesBench::sentence)
                    .toList();
        }
    }

    private static String sentence(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
