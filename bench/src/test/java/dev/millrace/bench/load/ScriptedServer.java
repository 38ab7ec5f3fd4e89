package dev.millrace.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.bench.http.Credentials;
import dev.millrace.bench.http.Endpoint;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that does with its n-th request what a test says. Understands requests with a length.
final class ScriptedServer implements AutoCloseable {
    private static final String LENGTH = "content-length:";

    private final ServerSocket socket;
    private final Script script;
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// What is answered.
    @FunctionalInterface
    interface Script {
        /// @param request which request it is, from 0 on
        Reply reply(int request);
    }

    /// An answer, or none at all.
    ///
    /// @param status 0 to hang up instead
    record Reply(int status, String body) {
        static final Reply GOOD = new Reply(200, "{}");
        static final Reply HANG_UP = new Reply(0, "");
    }

    ScriptedServer(Script script) throws IOException {
        this.script = script;
        this.socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    Endpoint endpoint() {
        return new Endpoint(
                URI.create("http://127.0.0.1:" + socket.getLocalPort()),
                "us-east-1",
                new Credentials("local", "local", null));
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException _) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            while (readRequest(in)) {
                Reply reply = script.reply(requests.getAndIncrement());
                if (reply.status() == 0) {
                    return;
                }
                client.getOutputStream().write(text(reply).getBytes(UTF_8));
            }
        } catch (IOException _) {
            // The client has gone.
        }
    }

    private static String text(Reply reply) {
        return "HTTP/1.1 %d X\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(reply.status(), reply.body().length(), reply.body());
    }

    private static boolean readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
        }
        String text = head.toString().toLowerCase(Locale.ROOT);
        int from = text.indexOf(LENGTH) + LENGTH.length();
        int length = Integer.parseInt(text.substring(from, text.indexOf("\r\n", from)).strip());
        return in.readNBytes(length).length == length;
    }
}
