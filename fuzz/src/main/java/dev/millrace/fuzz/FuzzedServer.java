package dev.millrace.fuzz;

import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ServerOptions;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/// The server in this process that targets talk to, one for many inputs. It is replaced by a new
/// one now and then, so that what inputs leave there does not pile up. For one thread.
final class FuzzedServer {
    /// The statuses from here on say that the server is at fault.
    static final int FAULT = 500;

    private static final int REQUESTS_MAX = 20_000;
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int STATUS_DIGITS = 3;
    private static final String LENGTH = "content-length:";

    private static @Nullable FuzzedServer current;

    private final MillraceServer server;
    private final URI endpoint;
    private @Nullable Socket kept;
    private int requests;

    private FuzzedServer() {
        server = MillraceServer.start(ServerOptions.inMemory());
        endpoint = server.endpoint();
    }

    /// A server that has not had too many requests.
    static FuzzedServer running() {
        FuzzedServer running = current;
        if (running != null && running.requests < REQUESTS_MAX) {
            return running;
        }
        if (running != null) {
            running.server.close();
        }
        FuzzedServer next = new FuzzedServer();
        current = next;
        return next;
    }

    /// The status with which a whole request is answered, on a connection that is kept.
    int answer(byte[] request) {
        requests++;
        try {
            Socket socket = kept == null || kept.isClosed() ? connected() : kept;
            socket.getOutputStream().write(request);
            Reply reply = Reply.read(new BufferedInputStream(socket.getInputStream()));
            kept = reply.isLast() ? null : socket;
            if (reply.isLast()) {
                socket.close();
            }
            return reply.status();
        } catch (IOException e) {
            throw new UncheckedIOException("the server did not answer", e);
        }
    }

    /// Sends bytes on a connection of their own, and takes no interest in the answer.
    void send(byte[] bytes) {
        try (Socket socket = connected()) {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException closed) {
            // The server may hang up on what is not HTTP.
            requests++;
        }
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    /// The answer to one request, read to its end.
    private record Reply(int status, boolean isLast) {
        static Reply read(InputStream in) throws IOException {
            String first = line(in);
            int length = 0;
            boolean isLast = false;
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String lower = line.toLowerCase(Locale.ROOT);
                if (lower.startsWith(LENGTH)) {
                    length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
                }
                isLast |= lower.equals("connection: close");
            }
            in.readNBytes(length);
            int status = Integer.parseInt(first.substring(STATUS_AT, STATUS_AT + STATUS_DIGITS));
            return new Reply(status, isLast);
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("the answer ends early: " + line);
                }
                line.append((char) next);
            }
            return line.toString().stripTrailing();
        }
    }
}
