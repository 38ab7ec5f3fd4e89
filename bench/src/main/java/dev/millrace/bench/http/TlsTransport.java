package dev.millrace.bench.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.security.NoSuchAlgorithmException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/// An encrypted connection, trusted as the JDK's default context trusts.
///
/// The handshake may wait; afterwards everything goes through two buffers: `encrypted` has what has
/// arrived and is not yet decrypted, `outgoing` what is encrypted and not yet sent.
final class TlsTransport implements Transport {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int DECRYPTED_BYTES_MAX = 64 * 1024;

    private final SocketChannel channel;
    private final SSLEngine engine;
    private final ByteBuffer encrypted;
    private final ByteBuffer decrypted = ByteBuffer.allocate(DECRYPTED_BYTES_MAX).flip();
    private ByteBuffer outgoing;

    private TlsTransport(SocketChannel channel, SSLEngine engine) {
        this.channel = channel;
        this.engine = engine;
        int packet = engine.getSession().getPacketBufferSize();
        encrypted = ByteBuffer.allocateDirect(2 * packet);
        outgoing = ByteBuffer.allocateDirect(packet).flip();
    }

    static TlsTransport handshake(SocketChannel channel, Endpoint endpoint) throws IOException {
        TlsTransport transport = new TlsTransport(channel, engine(endpoint));
        try {
            transport.handshake();
            return transport;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public SelectionKey register(Selector selector, Object attachment) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, SelectionKey.OP_READ, attachment);
    }

    @Override
    public boolean write(ByteBuffer from) throws IOException {
        while (flush() && from.hasRemaining()) {
            wrap(from);
        }
        return !from.hasRemaining() && !outgoing.hasRemaining();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int before = into.position();
        int arrived = channel.read(encrypted);
        while (into.hasRemaining() && (decrypted.hasRemaining() || hasMore())) {
            int count = Math.min(into.remaining(), decrypted.remaining());
            into.put(decrypted.slice(decrypted.position(), count));
            decrypted.position(decrypted.position() + count);
        }
        int count = into.position() - before;
        return count == 0 && (arrived < 0 || engine.isInboundDone()) ? -1 : count;
    }

    @Override
    public void close() throws IOException {
        engine.closeOutbound();
        channel.close();
    }

    private static SSLEngine engine(Endpoint endpoint) throws SSLException {
        try {
            SSLEngine engine =
                    SSLContext.getDefault().createSSLEngine(endpoint.host(), endpoint.port());
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
            engine.setUseClientMode(true);
            return engine;
        } catch (NoSuchAlgorithmException e) {
            throw new SSLException("this JDK has no default context", e);
        }
    }

    private void handshake() throws IOException {
        engine.beginHandshake();
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> engine.getDelegatedTask().run();
                case NEED_WRAP -> {
                    wrap(NOTHING.duplicate());
                    flush();
                }
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    if (!unwrap() && channel.read(encrypted) < 0) {
                        throw new SSLException("the server ended the handshake");
                    }
                }
                case FINISHED, NOT_HANDSHAKING -> {
                    return;
                }
            }
        }
    }

    // A server may ask for new keys in between; the answer has to wait for what is being sent.
    private boolean hasMore() throws IOException {
        if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            if (!flush()) {
                return false;
            }
            wrap(NOTHING.duplicate());
            flush();
        }
        return unwrap();
    }

    // Decrypts the next packet. False if it has not arrived whole, or is of no concern to us and
    // the last one.
    private boolean unwrap() throws IOException {
        boolean progresses = true;
        while (progresses && !decrypted.hasRemaining()) {
            decrypted.clear();
            encrypted.flip();
            Status status = engine.unwrap(encrypted, decrypted).getStatus();
            progresses = status == Status.OK;
            encrypted.compact();
            decrypted.flip();
            if (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
                engine.getDelegatedTask().run();
            }
            if (engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
                return progresses;
            }
        }
        return decrypted.hasRemaining();
    }

    private void wrap(ByteBuffer from) throws IOException {
        outgoing.clear();
        if (engine.wrap(from, outgoing).getStatus() == Status.BUFFER_OVERFLOW) {
            outgoing = ByteBuffer.allocateDirect(engine.getSession().getPacketBufferSize());
            engine.wrap(from, outgoing);
        }
        outgoing.flip();
    }

    private boolean flush() throws IOException {
        channel.write(outgoing);
        return !outgoing.hasRemaining();
    }
}
