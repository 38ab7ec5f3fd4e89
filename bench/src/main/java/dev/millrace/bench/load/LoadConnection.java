package dev.millrace.bench.load;

import dev.millrace.bench.http.Endpoint;
import dev.millrace.bench.http.RequestWriter;
import dev.millrace.bench.http.ResponseBuffer;
import dev.millrace.bench.http.Transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/// One kept connection, with at most one request under way. It is made again when the server has
/// closed it.
final class LoadConnection {
    private final int number;
    private final Endpoint endpoint;
    private final Selector selector;
    private final ResponseBuffer response = new ResponseBuffer();
    private Transport transport;
    private SelectionKey key;
    private ByteBuffer room = ByteBuffer.allocateDirect(0);
    private ByteBuffer request = room;
    private int operation;
    private long countsFrom;
    private boolean isUnderWay;

    /// A connection to `endpoint`, which reports to `selector` when there is something to do.
    LoadConnection(int number, Endpoint endpoint, Selector selector) throws IOException {
        this.number = number;
        this.endpoint = endpoint;
        this.selector = selector;
        this.transport = Transport.connect(endpoint);
        this.key = transport.register(selector, this);
    }

    /// Sends a request.
    ///
    /// @param from the moment that its time counts from
    void send(Request next, RequestWriter writer, long from) throws IOException {
        request = writer.write(next.body(), room);
        room = request;
        operation = next.operation();
        countsFrom = from;
        isUnderWay = true;
        response.clear();
        write();
    }

    /// Goes on with the exchange. True once the answer is complete.
    ///
    /// @throws IOException if the connection has broken
    boolean advance(ByteBuffer arrived) throws IOException {
        if (isUnderWay && request.hasRemaining()) {
            write();
            return false;
        }
        if (transport.read(arrived.clear()) < 0) {
            throw new IOException("the server closed the connection");
        }
        if (!isUnderWay) {
            return false;
        }
        response.append(arrived.flip());
        if (!response.isComplete()) {
            return false;
        }
        isUnderWay = false;
        return true;
    }

    /// Makes the connection again.
    void reconnect() throws IOException {
        close();
        isUnderWay = false;
        transport = Transport.connect(endpoint);
        key = transport.register(selector, this);
    }

    int number() {
        return number;
    }

    /// Which of the source's operations the request under way, or the last one, is for.
    int operation() {
        return operation;
    }

    boolean isUnderWay() {
        return isUnderWay;
    }

    ResponseBuffer response() {
        return response;
    }

    /// The moment that the time of the request counts from.
    long countsFrom() {
        return countsFrom;
    }

    void close() throws IOException {
        key.cancel();
        transport.close();
    }

    private void write() throws IOException {
        boolean isSent = transport.write(request);
        key.interestOps(isSent ? SelectionKey.OP_READ : SelectionKey.OP_WRITE);
    }
}
