package fr.isere.iris.reader;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Pages a second of one worker, in a JVM of its size: a document of a thousand pages that it makes, and files that it is given. */
final class ExtractionBench {

    private static final int PAGES = 1_000;
    private static final int ROUNDS = 4;
    private static final String[] SENTENCES = {
        "Le conseil départemental, réuni en assemblée plénière, examine le rapport de la présidence relatif au budget.",
        "Les dépenses de fonctionnement s'établissent à 1 245 millions d'euros, en hausse de 3,2 % sur un an.",
        "La commission permanente est autorisée à attribuer les subventions aux communes et à leurs groupements.",
        "Considérant que la compétence en matière de collèges suppose un effort d'investissement soutenu, il est proposé",
        "d'approuver le programme pluriannuel, dont l'exécution fera l'objet d'un compte rendu à chaque session.",
    };

    private ExtractionBench() {}

    /** Arguments: files to read beside the one that is made. */
    public static void main(String[] files) throws IOException {
        Path folder = Files.createTempDirectory("bench");
        Extraction extraction = new Extraction();
        long begin = System.nanoTime();
        extraction.warmUp(() -> true);
        System.out.printf(Locale.ROOT, "warming up: %.1f s%n", seconds(begin));
        for (String file : files) {
            read(extraction, Path.of(file), folder);
        }
        Path made = Files.write(folder.resolve("made.pdf"), thousandPages());
        read(extraction, made, folder);
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .mapToLong(ExtractionBench::peak)
                .sum();
        System.out.printf(Locale.ROOT, "memory of the JVM at its peak, all pools: %d MiB%n", heap >> 20);
        Files.delete(made);
    }

    private static long peak(MemoryPoolMXBean pool) {
        return pool.getPeakUsage().getUsed();
    }

    private static void read(Extraction extraction, Path file, Path folder) throws IOException {
        StringBuilder told = new StringBuilder();
        int pages = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path copy = Files.copy(file, folder.resolve("copy"));
            long begin = System.nanoTime();
            long work = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            ReadDocument read = ReadDocument.of(copy, extraction, PAGES);
            double took = seconds(begin);
            double worked = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - work) / 1e9;
            pages = read.pages().size();
            told.append(String.format(
                    Locale.ROOT, " %.2f s (%.0f pages/s; of the processor %.2f s)", took, pages / took, worked));
            Files.delete(copy);
        }
        System.out.println(file.getFileName() + ", " + pages + " pages, first and then again:" + told);
    }

    private static byte[] thousandPages() {
        try (PdfForTests pdf = new PdfForTests()) {
            for (int page = 1; page <= PAGES; page++) {
                pdf.line(PdfForTests.BOLD, 14, 50, 780, "Chapitre " + page + " : rapport d'activité");
                for (int line = 0; line < 24; line++) {
                    pdf.line(PdfForTests.PLAIN, 9, 50, 750 - line * 14, SENTENCES[(page + line) % SENTENCES.length]);
                }
                pdf.line(280, 30, "Page " + page);
                if (page < PAGES) {
                    pdf.nextPage();
                }
            }
            return pdf.bytes();
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
