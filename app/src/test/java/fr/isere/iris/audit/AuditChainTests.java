package fr.isere.iris.audit;

import static fr.isere.iris.audit.Trail.assertBroken;
import static fr.isere.iris.audit.Trail.assertIntact;
import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.audit.Verification.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody with an editor does to the files, and what the chain tells of it. Line 1 of a file is its own beginning. */
class AuditChainTests {

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Trail trail;
    private Path monday;
    private Path tuesday;

    @BeforeEach
    void twoDays() throws IOException {
        trail = Trail.in(folder.resolve("audit"));
        trail.writes(5).dayPasses().writes(5);
        List<Path> files = trail.files();
        assertThat(files).hasSize(2);
        monday = files.get(0);
        tuesday = files.get(1);
    }

    @Test
    void whatNobodyTouchedIsIntact() throws IOException {
        Verification found = trail.verify();
        assertIntact(found);
        assertThat(found.files()).isEqualTo(2);
        assertThat(found.lines()).isEqualTo(12);
        assertThat(found.unfinished()).isEmpty();
    }

    @Test
    void changedLineIsFound() throws IOException {
        Trail.edit(monday, lines -> lines.set(2, lines.get(2).replace("erased", "shared")));
        assertBroken(trail.verify(), monday, 3, Kind.CHANGED);
    }

    @Test
    void changedLineIsFoundEvenIfItsOwnHashWasComputedAnew() throws IOException {
        Trail.edit(monday, lines -> {
            String former = Line.parse(lines.get(1)).orElseThrow().hash();
            Line.Body old = Line.parse(lines.get(2)).flatMap(Line::read).orElseThrow();
            Entry other = new Entry(old.time(), old.who(), "something-else", old.details());
            lines.set(2, Line.of(old.seq(), other, former, new Chain(null)).text());
        });
        assertBroken(trail.verify(), monday, 4, Kind.CHANGED);
    }

    @Test
    void lineThatIsNoLineIsFound() throws IOException {
        Trail.edit(tuesday, lines -> lines.set(3, "rubbish"));
        assertBroken(trail.verify(), tuesday, 4, Kind.CHANGED);
    }

    @Test
    void removedLineIsFound() throws IOException {
        Trail.edit(monday, lines -> lines.remove(3));
        assertBroken(trail.verify(), monday, 4, Kind.MISSING);
    }

    @Test
    void movedLineIsFound() throws IOException {
        Trail.swap(tuesday, 3, 5);
        assertBroken(trail.verify(), tuesday, 3, Kind.MOVED);
    }

    @Test
    void repeatedLineIsFound() throws IOException {
        Trail.edit(monday, lines -> lines.add(4, lines.get(2)));
        assertBroken(trail.verify(), monday, 5, Kind.MOVED);
    }

    @Test
    void endCutOffAFormerFileIsFoundByTheNext() throws IOException {
        Trail.edit(monday, lines -> lines.remove(5));
        assertBroken(trail.verify(), tuesday, 1, Kind.MISSING);
    }

    @Test
    void endCutOffTheNewestFileIsFoundWhileItsInstanceRuns() throws IOException {
        Trail.edit(tuesday, lines -> lines.remove(5));
        assertBroken(trail.verify(), tuesday, 6, Kind.MISSING);
    }

    @Test
    void endCutOffARunThatEndedIsFoundByTheNextRun() throws IOException {
        Trail next = Trail.in(folder.resolve("audit"));
        next.writes(1);
        Trail.edit(tuesday, lines -> lines.remove(5));
        assertBroken(next.verify(), tuesday, 6, Kind.MISSING);
    }

    @Test
    void deletedFileIsFound() throws IOException {
        Files.delete(monday);
        assertBroken(trail.verify(), tuesday, 1, Kind.MISSING);
    }

    @Test
    void allFilesOfARunThatEndedCannotVanish() throws IOException {
        Trail next = Trail.in(folder.resolve("audit"));
        next.writes(1);
        Files.delete(monday);
        Files.delete(tuesday);
        assertBroken(next.verify(), tuesday, 0, Kind.MISSING);
    }

    @Test
    void lineThatACrashLeftHalfWrittenIsToldApart() throws IOException {
        Files.writeString(tuesday, "{\"seq\":13,\"time\":\"2026-", StandardOpenOption.APPEND);
        Verification found = trail.verify();
        assertIntact(found);
        assertThat(found.unfinished()).containsExactly(String.valueOf(tuesday.getFileName()));
    }

    @Test
    void halfALineInTheMiddleIsNoCrash() throws IOException {
        Trail.edit(monday, lines -> lines.set(3, lines.get(3).substring(0, 40)));
        assertBroken(trail.verify(), monday, 4, Kind.CHANGED);
    }

    @Test
    void firstOfSeveralBreaksIsTold() throws IOException {
        Trail.edit(tuesday, lines -> lines.set(1, "rubbish"));
        Trail.edit(monday, lines -> lines.set(4, "rubbish"));
        assertBroken(trail.verify(), monday, 5, Kind.CHANGED);
    }

    @Test
    void withAKeyWhoLacksItCannotForge() throws IOException {
        Trail keyed = Trail.in(folder.resolve("keyed"), Trail.KEY);
        keyed.writes(3);
        Path file = keyed.files().get(0);
        assertIntact(keyed.verify());
        assertThat(keyed.verify().unkeyed()).isZero();
        Trail.edit(file, lines -> forgeFromTheBeginning(lines, "other-thing"));
        assertBroken(keyed.verify(), file, 1, Kind.CHANGED);
    }

    @Test
    void chainOfAnotherKeyIsNotTakenForTampering() throws IOException {
        Trail keyed = Trail.in(folder.resolve("keyed"), Trail.KEY);
        keyed.writes(3);
        Trail other = Trail.in(folder.resolve("keyed"), "another-secret-of-32-characters-or-more");
        assertBroken(other.verify(), keyed.files().get(0), 1, Kind.OTHER_KEY);
    }

    @Test
    void filesFromBeforeTheKeyAreCounted() throws IOException {
        Trail keyed = Trail.in(folder.resolve("audit"), Trail.KEY);
        keyed.writes(1);
        Verification found = keyed.verify();
        assertIntact(found);
        assertThat(found.unkeyed()).isEqualTo(2);
    }

    @Test
    void fileThatSomebodyWroteToIsLeftAsItIsAndTheTrailGoesOnInAnother() throws IOException {
        Files.writeString(tuesday, "rubbish\n", StandardOpenOption.APPEND);
        writeAgain();
        assertThat(trail.files()).hasSize(3);
        assertThat(Files.readString(tuesday)).endsWith("rubbish\n");
        assertBroken(trail.verify(), tuesday, 7, Kind.CHANGED);
        assertThat(trail.all()).hasSize(14);
    }

    @Test
    void fileThatSomebodyDeletedWhileItIsWrittenIsMissed() throws IOException {
        Files.delete(tuesday);
        writeAgain();
        assertThat(trail.files()).hasSize(2);
        assertBroken(trail.verify(), trail.files().get(1), 1, Kind.MISSING);
    }

    @Test
    void filesAreTheirOwnersOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(monday)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("audit"))))
                .isEqualTo("rwx------");
    }

    /** The first attempt finds that the file is not as it was left. */
    private void writeAgain() throws IOException {
        try {
            trail.writes(1);
        } catch (IOException e) {
            trail.writes(1);
        }
    }

    private static void forgeFromTheBeginning(List<String> lines, String what) {
        String former = Chain.GENESIS;
        for (int i = 0; i < lines.size(); i++) {
            Line.Body body = Line.parse(lines.get(i)).flatMap(Line::read).orElseThrow();
            Entry entry = i == 2 ? new Entry(body.time(), body.who(), what, body.details()) : body.entry();
            Line forged = Line.of(body.seq(), entry, former, new Chain(null));
            former = forged.hash();
            lines.set(i, forged.text());
        }
    }
}
