package fr.isere.iris.bench;

import fr.isere.iris.reading.ReadPage;
import fr.isere.iris.verification.Finding;
import fr.isere.iris.verification.SentenceMatch;
import fr.isere.iris.verification.Verification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many of a file's sentences are judged rightly. Of pages that have the very same sentence each is right.
 *
 * @param misses one line for each
 */
public record VerificationFigures(
        int altered,
        int alteredFlagged,
        int supported,
        int supportedFlagged,
        int rightPage,
        double seconds,
        List<String> misses) {

    /** Copies the misses. */
    public VerificationFigures {
        misses = List.copyOf(misses);
    }

    /** Checks all sentences against one document, which is indexed once; the seconds are of both. */
    public static VerificationFigures of(List<ReadPage> document, List<Claim> claims) {
        long begin = System.nanoTime();
        Verification verification = Verification.against(Map.of("document", document));
        List<List<Finding>> findings = new ArrayList<>();
        List<List<SentenceMatch>> matches = new ArrayList<>();
        for (Claim claim : claims) {
            findings.add(verification.findings(claim.sentence()));
            matches.add(verification.sentences(claim.sentence()));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return judged(claims, findings, matches, seconds);
    }

    private static VerificationFigures judged(
            List<Claim> claims, List<List<Finding>> findings, List<List<SentenceMatch>> matches, double seconds) {
        List<String> misses = new ArrayList<>();
        int altered = 0;
        int alteredFlagged = 0;
        int supportedFlagged = 0;
        int rightPage = 0;
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            boolean flagged = findings.get(i).stream().anyMatch(VerificationFigures::isFlag);
            if (!claim.supported()) {
                altered++;
                alteredFlagged += flagged ? 1 : 0;
                miss(!flagged, "missed (" + claim.altered() + ")", claim, findings.get(i), misses);
                continue;
            }
            supportedFlagged += flagged ? 1 : 0;
            miss(flagged, "wrongly flagged", claim, findings.get(i), misses);
            boolean right = isRight(claim, matches.get(i));
            rightPage += right ? 1 : 0;
            if (!right) {
                misses.add("wrong page, p. " + claim.page() + ": " + claim.sentence() + "\n    " + matches.get(i));
            }
        }
        int supported = claims.size() - altered;
        return new VerificationFigures(
                altered, alteredFlagged, supported, supportedFlagged, rightPage, seconds, misses);
    }

    private static boolean isFlag(Finding finding) {
        return finding.verdict() == Finding.Verdict.CONTRADICTED || finding.verdict() == Finding.Verdict.NOT_FOUND;
    }

    private static void miss(boolean is, String what, Claim claim, List<Finding> findings, List<String> misses) {
        if (is) {
            misses.add(what + ", p. " + claim.page() + ": " + claim.sentence() + "\n    " + findings);
        }
    }

    private static boolean isRight(Claim claim, List<SentenceMatch> matches) {
        return matches.stream()
                .max(Comparator.comparingDouble(match -> match.support() * (match.end() - match.start())))
                .filter(match -> match.places().stream().anyMatch(place -> place.page() == claim.page()))
                .isPresent();
    }

    double alteredShare() {
        return share(alteredFlagged, altered, 1);
    }

    double wrongShare() {
        return share(supportedFlagged, supported, 0);
    }

    double pageShare() {
        return share(rightPage, supported, 1);
    }

    private static double share(int some, int all, double otherwise) {
        return all == 0 ? otherwise : (double) some / all;
    }

    String line(String of) {
        return String.format(
                Locale.ROOT,
                "%-34s altered flagged %d/%d (%.1f %%); supported wrongly flagged %d/%d (%.1f %%); right page %.1f %%; %.2f s",
                of,
                alteredFlagged,
                altered,
                100 * alteredShare(),
                supportedFlagged,
                supported,
                100 * wrongShare(),
                100 * pageShare(),
                seconds);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"alteredFlagged\":%.4f,\"supportedWronglyFlagged\":%.4f,\"rightPage\":%.4f,\"claims\":%d,\"seconds\":%.3f}",
                alteredShare(),
                wrongShare(),
                pageShare(),
                altered + supported,
                seconds);
    }
}
