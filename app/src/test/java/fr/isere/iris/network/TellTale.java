package fr.isere.iris.network;

import fr.isere.iris.IrisApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

/** IRIS with what it must never have: something that asks for a name and calls elsewhere. Planted, to see that it is found. */
final class TellTale {

    /** An address of documentation, beyond the closed network's way out. */
    static final String ELSEWHERE = "203.0.113.7";

    /** The same, in IPv6. */
    static final String ELSEWHERE_6 = "2001:db8:7::7";

    private TellTale() {}

    public static void main(String[] arguments) {
        planted(() -> InetAddress.getAllByName("telemetry.example.org"));
        planted(() -> call(ELSEWHERE, 443));
        planted(() -> call(ELSEWHERE_6, 443));
        planted(() -> call("127.0.0.1", 4318));
        IrisApplication.main(arguments);
    }

    private static boolean call(String address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2000);
            return socket.isConnected();
        }
    }

    private static void planted(Call call) {
        Thread thread = new Thread(() -> {
            try {
                call.make();
            } catch (UnknownHostException e) {
                System.out.println("nobody gave the address");
            } catch (IOException e) {
                System.out.println("nobody answered");
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Goes out. */
    private interface Call {
        Object make() throws IOException;
    }
}
