package dev.millrace.benchmarks.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// One connection for requests that come one after the other and are not measured, such as creating
/// a table.
public final class BlockingClient implements AutoCloseable {
    private static final int READ_BYTES = 64 * 1024;

    private final URI endpoint;
    private final SocketChannel channel;
    private final ByteBuffer arrived = ByteBuffer.allocate(READ_BYTES);
    private final ResponseBuffer response = new ResponseBuffer();

    /// Connects to the server at `endpoint`.
    public BlockingClient(URI endpoint) {
        this.endpoint = endpoint;
        try {
            channel =
                    SocketChannel.open(
                            new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
        } catch (IOException e) {
            throw new LoadException("cannot connect to " + endpoint, e);
        }
    }

    /// The body of the answer to a request that must succeed.
    public String call(String target, String body) {
        return call(target, body, "");
    }

    /// The same for a request with another header.
    ///
    /// @param header a line like `Name: value`, with its line feed; empty for none
    public String call(String target, String body, String header) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            exchange(new RequestHead(endpoint, target, header).request(bytes));
        } catch (IOException e) {
            throw new LoadException(target + " did not come through", e);
        }
        String answer = new String(response.body(), StandardCharsets.UTF_8);
        if (response.status() != 200) {
            throw new LoadException(target + " was answered " + response.status() + ": " + answer);
        }
        return answer;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LoadException("the connection cannot be closed", e);
        }
    }

    private void exchange(byte[] request) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            channel.write(out);
        }
        response.clear();
        while (!response.isComplete()) {
            if (channel.read(arrived.clear()) < 0) {
                throw new LoadException("the server closed the connection");
            }
            response.append(arrived.flip());
        }
    }
}
