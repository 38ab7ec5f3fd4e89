package dev.millrace.conformance.overload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// Reads the tail of a stream as long as it is open, and sees that no shard goes back.
final class TailReader implements AutoCloseable {
    private static final int ID_SHARD = 4;

    private final Socket socket;
    private final Map<String, String> positions = new HashMap<>();
    private final LongAdder records = new LongAdder();
    private volatile String fault = "";
    private volatile boolean open = true;

    /// Begins to read.
    TailReader(URI endpoint, String streamArn) throws IOException {
        socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.getOutputStream()
                .write(
                        "GET /streams/%s/events?from=LATEST HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .formatted(streamArn)
                                .getBytes(UTF_8));
        Thread.ofVirtual().start(this::read);
    }

    /// How many records came.
    long records() {
        return records.sum();
    }

    /// What was wrong; empty if nothing was.
    String fault() {
        return fault;
    }

    @Override
    public void close() throws IOException {
        open = false;
        socket.close();
    }

    private void read() {
        try {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith("id: ")) {
                    see(line.substring(ID_SHARD).split(",", 2)[0].split(":", 2));
                }
                line = lines.readLine();
            }
            fault = open ? "the tail has ended" : fault;
        } catch (IOException e) {
            fault = open ? e.toString() : fault;
        }
    }

    private void see(String[] position) {
        records.increment();
        String last = positions.put(position[0], position[1]);
        if (last != null && last.compareTo(position[1]) >= 0) {
            fault = "shard " + position[0] + " goes from " + last + " to " + position[1];
        }
    }
}
