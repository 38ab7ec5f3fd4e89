package dev.millrace.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;

/// A connection on which a test sends exactly the bytes that it wants to.
final class RawConnection implements AutoCloseable {

    private static final int READ_MILLIS_MAX = 20_000;

    private final Socket socket;

    RawConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(READ_MILLIS_MAX);
    }

    /// Sends a text whose lines end as HTTP wants them to.
    void send(String text) throws IOException {
        socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(US_ASCII));
    }

    /// Reads a response with a declared length: its status line and its body.
    String receive() throws IOException {
        String statusLine = line();
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
            }
        }
        return statusLine + "\n" + new String(in().readNBytes(length), US_ASCII);
    }

    /// Reads all that the server sends until it closes its side.
    String rest() throws IOException {
        return new String(in().readAllBytes(), US_ASCII);
    }

    /// True if the server has nothing more to send and has closed its side.
    boolean isAtEnd() throws IOException {
        return in().read() < 0;
    }

    /// True once the server has closed its side; what it had sent before is passed over.
    boolean isClosedByServer() throws IOException {
        socket.setSoTimeout(1);
        try {
            return in().read() < 0;
        } catch (SocketTimeoutException _) {
            return false;
        } finally {
            socket.setSoTimeout(READ_MILLIS_MAX);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in().read(); next != '\n'; next = in().read()) {
            if (next < 0) {
                throw new IOException("the server closed the connection");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    private InputStream in() throws IOException {
        return socket.getInputStream();
    }
}
