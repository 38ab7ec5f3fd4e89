package dev.millrace.server.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.ServerConnectionException;

import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/// A connection of the web server that hears no more while much of what has arrived is not used.
///
/// The web server bounds the first line and the headers, but keeps a whole chunk of a body in
/// memory, and the line with its length, however long they are. Whoever sends such a thing is cut
/// off.
final class BoundedInput implements ConnectionContext {
    /// The most bytes that have arrived and are not used. So a chunk may have as many.
    static final int UNUSED_BYTES_MAX = 256 << 10;

    private final ConnectionContext connection;
    private final DataReader reader = DataReader.create(this::arrived);

    BoundedInput(ConnectionContext connection) {
        this.connection = connection;
    }

    @Override
    public DataReader dataReader() {
        return reader;
    }

    // Null at the end. A failure is told as the web server tells it.
    private byte @Nullable [] arrived() {
        if (reader.available() > UNUSED_BYTES_MAX) {
            throw new CloseConnectionException("the client sends too much of one thing");
        }
        try {
            return connection.serverSocket().get();
        } catch (UncheckedIOException e) {
            throw new ServerConnectionException("the socket cannot be read", e);
        }
    }

    @Override
    public ListenerContext listenerContext() {
        return connection.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return connection.executor();
    }

    @Override
    public DataWriter dataWriter() {
        return connection.dataWriter();
    }

    @Override
    public Router router() {
        return connection.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return connection.proxyProtocolData();
    }

    @Override
    public HelidonSocket serverSocket() {
        return connection.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
        return connection.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return connection.localPeer();
    }

    @Override
    public boolean isSecure() {
        return connection.isSecure();
    }

    @Override
    public String socketId() {
        return connection.socketId();
    }

    @Override
    public String childSocketId() {
        return connection.childSocketId();
    }
}
