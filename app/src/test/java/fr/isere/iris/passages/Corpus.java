package fr.isere.iris.passages;

import fr.isere.iris.reading.Block;
import fr.isere.iris.reading.ReadPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** The real code of law of the corpus, page by page, where it and {@code pdftotext} are. */
public final class Corpus {

    private static final Pattern HEADING = Pattern.compile(
            "(?:Article [LRDA]O?\\S*|Livre .*|Titre .*|Chapitre .*|Section .*|Sous-section .*|Paragraphe .*|Dispositions préliminaires)");
    private static final Pattern ITEM = Pattern.compile("(?:\\d+°|[a-z]\\)|[-–•]) .*");
    private static final Pattern COLUMNS = Pattern.compile("\\S\\s{3,}\\S|^\\s{8,}\\S", Pattern.MULTILINE);

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();

    private Corpus() {}

    /** Skips the test where there is no corpus, or nothing to read it with. */
    public static List<ReadPage> code() {
        Path file = folder().resolve("crpa.pdf");
        Assumptions.assumeTrue(Files.exists(file), "no corpus here");
        List<ReadPage> pages = new ArrayList<>();
        for (String page : Pattern.compile("\f").split(text(file), -1)) {
            pages.add(new ReadPage(pages.size() + 1, ReadPage.Origin.TEXT, new Corpus().blocks(page)));
        }
        return pages.subList(0, pages.size() - 1);
    }

    /** Beside the repository's folder, or where {@code iris.corpus} says. */
    public static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("shared/corpus"))) {
            folder = folder.getParent();
        }
        return Path.of(System.getProperty(
                "iris.corpus", folder.resolve("shared/corpus").toString()));
    }

    private static String text(Path file) {
        try {
            Process process = new ProcessBuilder("pdftotext", "-layout", file.toString(), "-").start();
            try (InputStream output = process.getInputStream()) {
                return new String(output.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            Assumptions.abort("no pdftotext here");
            throw new UncheckedIOException(e);
        }
    }

    private List<Block> blocks(String page) {
        for (String line : page.lines().toList()) {
            String text = line.strip();
            boolean heading = HEADING.matcher(text).matches();
            if (text.isEmpty()
                    || heading
                    || ITEM.matcher(text).matches()
                    || COLUMNS.matcher(line).find()) {
                close();
            }
            if (heading) {
                blocks.add(Block.heading(text.startsWith("Article") ? 4 : 3, text));
            } else if (COLUMNS.matcher(line).find()) {
                blocks.add(
                        Block.row(Pattern.compile("\\s{3,}").splitAsStream(text).toList()));
            } else if (!text.isEmpty()) {
                open.append(open.isEmpty() ? "" : " ").append(text);
                closeAtTheEnd(text);
            }
        }
        close();
        return List.copyOf(blocks);
    }

    /** The lines of a paragraph are full but for its last. */
    private void closeAtTheEnd(String line) {
        if ((line.endsWith(".") || line.endsWith(";") || line.endsWith(":")) && line.length() < 90) {
            close();
        }
    }

    private void close() {
        if (!open.isEmpty()) {
            String text = open.toString();
            Block.Kind kind = ITEM.matcher(text).matches() ? Block.Kind.LIST_ITEM : Block.Kind.PARAGRAPH;
            blocks.add(new Block(kind, 0, text, List.of()));
            open.setLength(0);
        }
    }
}
