package dev.millrace.benchmarks.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// One kept-alive connection that sends a request as soon as the last one is answered.
final class LoadConnection {
    private final int number;
    private final SocketChannel channel;
    private final RequestHead head;
    private final ResponseBuffer response = new ResponseBuffer();
    private final SelectionKey key;
    private ByteBuffer request = ByteBuffer.allocate(0);
    private long sentAtNanos;

    /// A connection to `endpoint`, which reports to `selector` when there is something to do.
    LoadConnection(int number, URI endpoint, RequestHead head, Selector selector)
            throws IOException {
        this.number = number;
        this.head = head;
        channel = SocketChannel.open(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /// Sends the source's next request. False if there is none.
    boolean send(RequestSource source) throws IOException {
        byte[] body = source.nextBody(number);
        if (body == null) {
            return false;
        }
        response.clear();
        request = ByteBuffer.wrap(head.request(body));
        sentAtNanos = System.nanoTime();
        write();
        return true;
    }

    /// Goes on with the exchange. True once the answer is complete.
    boolean advance(ByteBuffer arrived) throws IOException {
        if (request.hasRemaining()) {
            write();
            return false;
        }
        if (channel.read(arrived.clear()) < 0) {
            throw new LoadException("the server closed a connection");
        }
        response.append(arrived.flip());
        return response.isComplete();
    }

    int number() {
        return number;
    }

    ResponseBuffer response() {
        return response;
    }

    /// How long the exchange has taken by now, in nanoseconds.
    long nanos() {
        return System.nanoTime() - sentAtNanos;
    }

    void close() throws IOException {
        channel.close();
    }

    private void write() throws IOException {
        channel.write(request);
        key.interestOps(request.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }
}
