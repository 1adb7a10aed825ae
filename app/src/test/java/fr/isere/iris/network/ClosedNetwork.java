package fr.isere.iris.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A network namespace of Linux with a loopback interface and a way out that leads to a second namespace where nobody is. All that
 * leaves by it is written down, whatever the protocol; on the loopback interface, each connection that is begun. Needs root.
 */
final class ClosedNetwork implements AutoCloseable {

    /** Addresses that the Internet reserves for documentation; the name server's too, so that a query leaves a trace. */
    private static final String HERE = "192.0.2.2/30";

    private static final String GATEWAY = "192.0.2.1";
    private static final String HERE_6 = "2001:db8::2/126";
    private static final String GATEWAY_6 = "2001:db8::1";
    private static final String NAME_SERVER = "198.51.100.53";
    private static final String NOBODY = "02:00:00:00:00:01";

    /** Leaves out what the kernel itself says to its IPv6 neighbours, and on the loopback all but the first packet of a connection. */
    private static final String FILTER = "not (ip6 and dst net ff02::/16 and (icmp6 or ip6[6] == 0))"
            + " and (not net 127.0.0.0/8 or udp or tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn)";

    private final Path folder;
    private final String name = "iris-" + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
    private final String nowhere = name + "-out";
    private final Path packets;
    private final Process capture;

    private ClosedNetwork(Path folder) {
        this.folder = folder;
        this.packets = folder.resolve("packets");
        try {
            make();
            capture = capture();
        } catch (IOException e) {
            remove();
            throw new UncheckedIOException(e);
        } catch (IllegalStateException e) {
            remove();
            throw e;
        }
    }

    /**
     * Makes one.
     *
     * @param folder where the packets are written down
     * @throws IllegalStateException saying why, if this machine does not let one be made
     */
    static ClosedNetwork make(Path folder) {
        return new ClosedNetwork(folder);
    }

    /** Runs a program in it to its end; what it prints. */
    String run(List<String> command) {
        List<String> inside = new ArrayList<>(List.of("ip", "netns", "exec", name));
        inside.addAll(command);
        Path output = folder.resolve("output");
        try {
            Process program = new ProcessBuilder(inside)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!program.waitFor(3, TimeUnit.MINUTES)) {
                program.destroy();
            }
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What was sent, a line each: interface, direction, protocol, from, to. Ends the writing down. */
    List<String> packets() {
        capture.destroy();
        try {
            capture.waitFor(10, TimeUnit.SECONDS);
            return Files.readAllLines(packets).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        capture.destroyForcibly();
        remove();
    }

    private void make() throws IOException {
        Files.createDirectories(resolver().getParent());
        Files.writeString(resolver(), "nameserver " + NAME_SERVER + "\noptions attempts:1 timeout:1\n");
        must("ip netns add " + name);
        must("ip netns add " + nowhere);
        must("ip -n " + name + " link add way-out type veth peer name beyond netns " + nowhere);
        must("ip -n " + name + " link set lo up");
        must("ip -n " + name + " link set way-out up");
        must("ip -n " + nowhere + " link set beyond up");
        must("ip -n " + name + " addr add " + HERE + " dev way-out");
        must("ip -n " + name + " neigh add " + GATEWAY + " lladdr " + NOBODY + " dev way-out nud permanent");
        must("ip -n " + name + " route add default via " + GATEWAY);
        must("ip -n " + name + " addr add " + HERE_6 + " dev way-out nodad");
        must("ip -n " + name + " neigh add " + GATEWAY_6 + " lladdr " + NOBODY + " dev way-out nud permanent");
        must("ip -n " + name + " -6 route add default via " + GATEWAY_6);
    }

    private Process capture() throws IOException {
        Path errors = folder.resolve("capture");
        Process started = new ProcessBuilder(List.of(
                        "ip",
                        "netns",
                        "exec",
                        name,
                        "tcpdump",
                        "-i",
                        "any",
                        "-n",
                        "-t",
                        "-q",
                        "-l",
                        "--immediate-mode",
                        "-Z",
                        "root",
                        FILTER))
                .redirectOutput(packets.toFile())
                .redirectError(errors.toFile())
                .start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !started.isAlive() || Files.readString(errors).contains("listening on"));
        if (!started.isAlive()) {
            throw new IllegalStateException(
                    "tcpdump cannot listen in the network namespace (ops/test brings it): " + Files.readString(errors));
        }
        return started;
    }

    private void remove() {
        try {
            command("ip netns del " + name);
            command("ip netns del " + nowhere);
            Files.deleteIfExists(resolver());
            Files.deleteIfExists(resolver().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code ip netns exec} puts in the place of /etc/resolv.conf. */
    private Path resolver() {
        return Path.of("/etc/netns", name, "resolv.conf");
    }

    private static void must(String line) throws IOException {
        String said = command(line);
        if (!said.isBlank()) {
            throw new IllegalStateException(
                    "no network namespace can be made here, which takes Linux, root and iproute2: " + line + ": "
                            + said.strip());
        }
    }

    /** What a command says; nothing, if all is well. */
    private static String command(String line) throws IOException {
        Process program = new ProcessBuilder(line.split(" ", -1))
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return program.waitFor() == 0 ? "" : said + "(exit code " + program.exitValue() + ")";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
