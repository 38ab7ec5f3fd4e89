package dev.millrace.bench.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// One connection that never lets its thread wait, once it has been made.
public sealed interface Transport extends AutoCloseable permits PlainTransport, TlsTransport {

    /// Connects to an endpoint.
    ///
    /// @throws BenchException if it cannot be reached
    static Transport connect(Endpoint endpoint) {
        try {
            SocketChannel channel = PlainTransport.open(endpoint);
            return endpoint.isEncrypted()
                    ? TlsTransport.handshake(channel, endpoint)
                    : new PlainTransport(channel);
        } catch (IOException e) {
            throw endpoint.unreachable(e);
        }
    }

    /// Registers the connection with `selector`; from now on nothing waits.
    SelectionKey register(Selector selector, Object attachment) throws IOException;

    /// Sends as much as goes out. True once all of it has.
    boolean write(ByteBuffer from) throws IOException;

    /// Takes over what has arrived: the number of bytes, or -1 at the end of the connection.
    int read(ByteBuffer into) throws IOException;

    @Override
    void close() throws IOException;
}
