package fr.isere.iris.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.isere.iris.testing.MovingClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * A process of its own that has a small file system to itself: keeps a key ring and its journal there, fills it to the last byte,
 * and looks at what still holds; then makes room. Prints {@link #HOLDS} at the end.
 */
final class RingOnAFullDisk {

    /** All was as it should be. */
    static final String HOLDS = "all holds";

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final String SECRET = "le dossier de Mme Durand";
    private static final Key KEPT = Key.of("conversation", "kept").ownedBy("nadia");
    private static final Key DUE = Key.of("conversation", "due").ownedBy("nadia");

    private final MovingClock clock = new MovingClock(NOON);
    private final Path disk;
    private final Path file;
    private final Path filler;
    private final KeyRing ring;
    private final Vault vault;
    private final byte[] kept;
    private final byte[] due;

    private RingOnAFullDisk(Path disk) {
        this.disk = disk;
        this.file = disk.resolve("ring");
        this.filler = disk.resolve("filler");
        RingStore store = store();
        this.ring = new KeyRing(store, store.change(none -> RingKeys.draw()), clock);
        this.vault = vault(ring);
        this.kept = vault.seal(KEPT, SECRET, NOON.plus(Duration.ofHours(5)));
        this.due = vault.seal(DUE, SECRET, NOON.plus(Duration.ofMinutes(30)));
    }

    public static void main(String[] arguments) throws IOException {
        RingOnAFullDisk scene = new RingOnAFullDisk(Path.of(arguments[0]));
        scene.fill();
        scene.rotationIsRefusedAndChangesNothing();
        scene.whatWasReadableStaysReadableAndMoreCanBeWritten();
        scene.theJournalCutInMidLineLosesNoOtherLine();
        scene.thereIsRoomAgain();
        scene.rotationSucceeds();
        System.out.println(HOLDS);
    }

    private void rotationIsRefusedAndChangesNothing() throws IOException {
        byte[] before = Files.readAllBytes(file);
        clock.pass(Duration.ofHours(2));

        RingUnusable refused = catchThrowableOfType(RingUnusable.class, () -> ring.rotate(clock.instant()));

        assertThat(refused.line())
                .startsWith("iris.keys.path: the key ring " + file)
                .contains("No space left on device")
                .doesNotContain("\n");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (var files = Files.list(disk)) {
            assertThat(files).containsExactlyInAnyOrder(file, disk.resolve("ring.lock"), filler);
        }
    }

    private void whatWasReadableStaysReadableAndMoreCanBeWritten() {
        assertThat(vault.unseal(KEPT, kept)).hasValue(SECRET);
        assertThat(vault.unseal(DUE, due)).as("its key could not be destroyed").hasValue(SECRET);
        byte[] more = vault.seal(KEPT, SECRET, NOON.plus(Duration.ofDays(7)));
        assertThat(afterARestart().unseal(KEPT, kept)).hasValue(SECRET);
        assertThat(afterARestart().unseal(KEPT, more)).hasValue(SECRET);
    }

    private void theJournalCutInMidLineLosesNoOtherLine() throws IOException {
        thereIsRoomAgain();
        RingJournal journal = journal();
        journal.addErased(List.of("first"), NOON.plus(Duration.ofDays(7)));
        fill();
        int written = 0;
        while (isWritten(journal, "erased-" + written)) {
            written++;
        }
        assertThat(Files.readString(disk.resolve("ring.journal"))).doesNotEndWith("\n");
        thereIsRoomAgain();
        journal.addErased(List.of("last"), NOON.plus(Duration.ofDays(7)));

        RingJournal read = journal();
        read.refresh();
        assertThat(List.of("first", "erased-0", "erased-" + (written - 1), "last"))
                .allMatch(read::hasErased);
        fill();
    }

    private void rotationSucceeds() {
        assertThat(ring.rotate(clock.instant())).isNotEmpty();
        assertThat(vault.unseal(DUE, due)).isEmpty();
        assertThat(vault.unseal(KEPT, kept)).hasValue(SECRET);
        assertThat(afterARestart().unseal(DUE, due)).isEmpty();
        assertThat(afterARestart().unseal(KEPT, kept)).hasValue(SECRET);
    }

    private static boolean isWritten(RingJournal journal, String digest) {
        try {
            journal.addErased(List.of(digest), NOON.plus(Duration.ofDays(7)));
            return true;
        } catch (IOException e) {
            assertThat(e).hasMessage("No space left on device");
            return false;
        }
    }

    /** Until not one byte more fits. */
    private void fill() throws IOException {
        try (FileChannel out = FileChannel.open(filler, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (true) {
                out.write(ByteBuffer.allocate(4096));
            }
        } catch (IOException e) {
            assertThat(e).hasMessage("No space left on device");
        }
    }

    private void thereIsRoomAgain() throws IOException {
        Files.delete(filler);
    }

    private Vault afterARestart() {
        RingStore store = store();
        return vault(new KeyRing(store, store.read().orElseThrow(), clock));
    }

    private static Vault vault(KeyRing ring) {
        return new Vault(ring, new RingMarker(new StringRedisTemplate()));
    }

    private RingStore store() {
        return new RingFile(file, new FileRing());
    }

    private RingJournal journal() {
        return new RingJournal(new OwnerOnlyFile(disk.resolve("ring.journal")));
    }
}
