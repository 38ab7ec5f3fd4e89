package dev.millrace.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/// A protocol of the web server that refuses connections beyond a number.
///
/// The web server has a bound of its own, but by it would stop accepting, and complain in the log
/// when it is closed meanwhile. Here a connection too many is closed at once, and its client can
/// come back later.
public final class BoundedConnections implements ServerConnectionSelector {

    private final ServerConnectionSelector protocol;
    private final Semaphore free;
    private final int connectionsMax;
    private final LongAdder refused = new LongAdder();

    /// @param protocol what is spoken on the connections
    /// @param connectionsMax how many may be open at one time
    public BoundedConnections(ServerConnectionSelector protocol, int connectionsMax) {
        this.protocol = protocol;
        this.free = new Semaphore(connectionsMax);
        this.connectionsMax = connectionsMax;
    }

    /// How many connections are open.
    public int open() {
        return connectionsMax - free.availablePermits();
    }

    /// How many connections have been refused.
    public long refused() {
        return refused.sum();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        if (!free.tryAcquire()) {
            refused.increment();
            throw new CloseConnectionException("too many connections");
        }
        return new Counted(protocol.connection(new BoundedInput(context)), free);
    }

    @Override
    public int bytesToIdentifyConnection() {
        return protocol.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return protocol.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return protocol.supportedApplicationProtocols();
    }

    /// A connection that makes room for another one when it ends.
    private record Counted(ServerConnection connection, Semaphore free)
            implements ServerConnection, InterruptableTask<Void> {

        @Override
        public void handle(Limit limit) throws InterruptedException {
            try {
                connection.handle(limit);
            } finally {
                free.release();
            }
        }

        @Override
        public Duration idleTime() {
            return connection.idleTime();
        }

        @Override
        public void close(boolean interrupt) {
            connection.close(interrupt);
        }

        @Override
        public boolean canInterrupt() {
            return connection instanceof InterruptableTask<?> task && task.canInterrupt();
        }
    }
}
