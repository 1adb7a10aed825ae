package fr.isere.iris.bench;

import fr.isere.iris.passages.Corpus;
import fr.isere.iris.reading.ReadPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What {@code verification} finds in sentences of which it is known whether their document says them: of the real code of law, of
 * documents that are generated, or of any document and file of claims.
 */
final class VerificationBench {

    private static final int PAGES = 60;
    private static final int CLAIMS = 400;
    private static final int SEED = 7;
    private static final int SENTENCES = 1_000;
    private static final int MOST_MISSES = 40;

    private boolean json;
    private Path document = Path.of("");
    private Path claims = Path.of("");

    private VerificationBench() {}

    /** {@code --document F --claims F.jsonl}, {@code --json}; without, all that is known. */
    public static void main(String[] arguments) throws IOException {
        VerificationBench bench = new VerificationBench();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--json" -> bench.json = true;
                case "--document" -> bench.document = Path.of(arguments[++i]);
                case "--claims" -> bench.claims = Path.of(arguments[++i]);
                default -> throw new IllegalArgumentException(arguments[i]);
            }
        }
        bench.run();
    }

    private void run() throws IOException {
        warmUp();
        boolean given = !document.toString().isEmpty() || !claims.toString().isEmpty();
        Path folder = Corpus.folder();
        if (!given) {
            document = folder.resolve("crpa.pdf");
            claims = folder.resolve("crpa-claims.jsonl");
            generated();
            speed();
        }
        if (given || Files.exists(claims)) {
            VerificationFigures figures = VerificationFigures.of(WorkerReading.of(document), Claim.in(claims));
            tell(String.valueOf(document.getFileName()), figures);
            if (json) {
                System.out.println(figures.json());
            }
        } else {
            System.out.println("no corpus here: " + folder);
        }
    }

    private static void generated() {
        for (String kind : AdministrativeText.kinds()) {
            List<ReadPage> text = AdministrativeText.of(kind, PAGES, SEED);
            tell(kind, VerificationFigures.of(text, AlteredClaims.of(text, CLAIMS, SEED, UnaryOperator.identity())));
            OtherForms forms = new OtherForms(SEED);
            tell(
                    kind + ", other forms",
                    VerificationFigures.of(text, AlteredClaims.of(text, CLAIMS, SEED + 1, forms::of)));
            tell(kind + ", cut in half", VerificationFigures.of(text, AlteredClaims.halves(text, CLAIMS, SEED + 2)));
        }
    }

    /** IRIS has verified before: what a first answer waits for is the machine's warming, not the verification. */
    private static void warmUp() {
        List<ReadPage> text = AdministrativeText.of(AdministrativeText.kinds().get(0), PAGES / 2, SEED + 1);
        for (int round = 0; round < 3; round++) {
            VerificationFigures.of(text, AlteredClaims.of(text, CLAIMS / 2, SEED, UnaryOperator.identity()));
        }
    }

    private static void speed() {
        List<ReadPage> all = new ArrayList<>();
        for (String kind : AdministrativeText.kinds()) {
            AdministrativeText.of(kind, PAGES, SEED)
                    .forEach(page -> all.add(new ReadPage(all.size() + 1, page.origin(), page.blocks())));
        }
        List<Claim> sentences = AlteredClaims.of(all, SENTENCES, SEED, UnaryOperator.identity());
        VerificationFigures first = VerificationFigures.of(all, sentences);
        VerificationFigures then = VerificationFigures.of(all, sentences);
        System.out.printf(
                "%d sentences against %d pages, indexing included: %.2f s, then %.2f s%n",
                sentences.size(), all.size(), first.seconds(), then.seconds());
    }

    private static void tell(String of, VerificationFigures figures) {
        System.out.println(figures.line(of));
        figures.misses().stream().limit(MOST_MISSES).forEach(miss -> System.out.println("  " + miss));
    }
}
