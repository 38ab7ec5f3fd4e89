package dev.millrace.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/// A closed loop over many connections in the calling thread: each connection has one request under
/// way at any time.
public final class LoadLoop implements AutoCloseable {
    private static final int READ_BYTES = 256 * 1024;

    private final RequestSource source;
    private final Selector selector;
    private final List<LoadConnection> connections = new ArrayList<>();
    private final ByteBuffer arrived = ByteBuffer.allocateDirect(READ_BYTES);
    private int underWay;

    /// Connects.
    public LoadLoop(URI endpoint, int connectionCount, RequestSource source) {
        this.source = source;
        RequestHead head = new RequestHead(endpoint, source.target());
        try {
            selector = Selector.open();
            for (int i = 0; i < connectionCount; i++) {
                connections.add(new LoadConnection(i, endpoint, head, selector));
            }
        } catch (IOException e) {
            throw new LoadException("cannot connect to " + endpoint, e);
        }
    }

    /// Sends requests until the time is over or the source has no more, then waits for the answers
    /// still under way, which `tally` does not count if the time was over.
    public void run(long nanosMax, Tally tally) {
        try {
            long end = System.nanoTime() + nanosMax;
            tally.start();
            startAll();
            drive(end, tally);
            tally.stop();
            drive(System.nanoTime(), Tally.discarding());
        } catch (IOException e) {
            throw new LoadException("a connection broke", e);
        }
    }

    @Override
    public void close() {
        try {
            for (LoadConnection connection : connections) {
                connection.close();
            }
            selector.close();
        } catch (IOException e) {
            throw new LoadException("the connections cannot be closed", e);
        }
    }

    private void startAll() throws IOException {
        for (LoadConnection connection : connections) {
            sendNext(connection);
        }
    }

    // Before `end`, an answer is followed by the next request; a drain has its end behind it and
    // goes on until nothing is under way.
    private void drive(long end, Tally tally) throws IOException {
        boolean drains = end - System.nanoTime() <= 0;
        while (underWay > 0 && (drains || end - System.nanoTime() > 0)) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                advance((LoadConnection) key.attachment(), tally, drains);
            }
            selector.selectedKeys().clear();
        }
    }

    private void advance(LoadConnection connection, Tally tally, boolean drains)
            throws IOException {
        if (!connection.advance(arrived)) {
            return;
        }
        underWay--;
        ResponseBuffer response = connection.response();
        tally.count(connection.nanos(), response);
        if (response.status() == Tally.OK) {
            tally.countRecords(source.answered(connection.number(), response));
        }
        if (!drains) {
            sendNext(connection);
        }
    }

    private void sendNext(LoadConnection connection) throws IOException {
        if (connection.send(source)) {
            underWay++;
        }
    }
}
