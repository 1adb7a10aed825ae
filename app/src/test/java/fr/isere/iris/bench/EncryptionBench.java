package fr.isere.iris.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What encryption adds to p95 of the message endpoints: pairs of runs, with AES-GCM and with a cipher that copies, in turn. */
final class EncryptionBench {

    private static final int PAIRS = 5;

    private EncryptionBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Double> sends = new ArrayList<>();
        List<Double> reads = new ArrayList<>();
        for (int pair = 1; pair <= PAIRS; pair++) {
            double[] sealed = run("aes");
            double[] copied = run("copy");
            sends.add(sealed[0] / copied[0]);
            reads.add(sealed[1] / copied[1]);
            System.out.printf(
                    "pair %d: send p95 %.2f ms with, %.2f ms without; read p95 %.2f ms with, %.2f ms without%n",
                    pair, sealed[0], copied[0], sealed[1], copied[1]);
        }
        System.out.printf(
                "encryption multiplies p95 by (median of %d pairs): send %.3f, read %.3f%n",
                PAIRS, Figures.median(sends), Figures.median(reads));
    }

    private static double[] run(String cipher) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MessageBench.class.getName(),
                        cipher)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        double[] figures = {};
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(MessageBench.FIGURE)) {
                    String[] parts =
                            line.substring(MessageBench.FIGURE.length()).split(" ", -1);
                    figures = new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
                }
            }
        }
        if (process.waitFor() != 0 || figures.length == 0) {
            throw new IOException("a run with " + cipher + " failed");
        }
        return figures;
    }
}
