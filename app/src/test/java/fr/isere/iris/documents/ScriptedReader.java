package fr.isere.iris.documents;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reader that does to its JVM what the document says, line by line. Uses nothing but the JDK, since it runs with the libraries of the
 * real one.
 */
final class ScriptedReader {

    private static final List<byte[]> HOARD = new ArrayList<>();

    private final long reading;
    private final Path temporary;
    private final String limits;
    private int pages;

    private ScriptedReader(long reading, Path temporary, String limits) {
        this.reading = reading;
        this.temporary = temporary;
        this.limits = limits;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("{\"event\":\"ready\",\"reading\":0}");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            ScriptedReader script = new ScriptedReader(
                    Long.parseLong(find(line, "\"reading\":(\\d+)")),
                    Path.of(text(line, "temporary")),
                    find(line, "\"limit\":(\\d+)") + " " + find(line, "\"silence\":(\\d+)"));
            for (String step : Files.readAllLines(Path.of(text(line, "original")))) {
                script.run(step);
            }
        }
    }

    private static String text(String json, String name) {
        return find(json, "\"" + name + "\":\"([^\"]*)\"");
    }

    private static String find(String json, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(json);
        if (!matcher.find()) {
            throw new IllegalArgumentException(pattern);
        }
        return matcher.group(1);
    }

    private void run(String step) throws IOException, InterruptedException {
        String[] words = step.split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "open" -> say("opened", "\"kind\":\"TEXT\",\"pages\":" + rest);
            case "page" -> page(rest);
            case "skip" -> pages++;
            case "finish" -> say("finished", "\"pages\":" + pages);
            case "fail" -> say("failed", "\"failure\":\"" + rest + "\",\"cause\":\"\"");
            case "print" -> System.out.println(rest);
            case "flood" -> flood();
            case "sleep" -> Thread.sleep(Long.parseLong(rest));
            case "exit" -> System.exit(Integer.parseInt(rest));
            case "hoard" -> hoard();
            case "write" -> Files.writeString(temporary.resolve(rest), "CANARI-7f3a");
            case "attach" -> say("attachment", "\"name\":\"a\",\"file\":\"" + temporary.resolve(rest) + "\"");
            case "leave" -> say("left-out", "\"name\":\"" + rest + "\"");
            case "environment" ->
                page(String.join(" ", new TreeSet<>(System.getenv().keySet())));
            case "limits" -> page(limits);
            case "folder" -> page(temporary.toString());
            case "rights" ->
                page(Files.getPosixFilePermissions(temporary.resolveSibling("")).toString());
            case "connect" -> page(connect(Integer.parseInt(rest)));
            case "child" -> new ProcessBuilder("sleep", rest).start();
            default -> throw new IllegalArgumentException(step);
        }
    }

    private void page(String text) {
        pages++;
        say(
                "page",
                "\"number\":" + pages
                        + ",\"origin\":\"TEXT\",\"blocks\":[{\"kind\":\"PARAGRAPH\",\"level\":0,\"text\":\"" + text
                        + "\",\"cells\":[]}]");
    }

    private void say(String event, String more) {
        System.out.println("{\"event\":\"" + event + "\",\"reading\":" + reading + "," + more + "}");
    }

    private static void flood() throws IOException {
        byte[] part = "x".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 100; i++) {
            System.out.write(part);
        }
    }

    private static void hoard() {
        while (true) {
            HOARD.add(new byte[1024 * 1024]);
        }
    }

    private static String connect(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
            return "connected";
        } catch (IOException e) {
            return "refused";
        }
    }
}
