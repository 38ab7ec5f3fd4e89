package dev.millrace.server.http;

import dev.millrace.server.dispatch.Dispatcher;
import dev.millrace.server.dispatch.RestDispatcher;
import dev.millrace.wire.RequestIds;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.HttpLogConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnectionSelector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;

/// One port that answers requests, from the moment it is made until it is closed.
public final class HttpListener implements AutoCloseable {

    /// How many connections may wait to be accepted.
    static final int BACKLOG = 1024;

    /// The largest size of all headers of a request together.
    static final int HEADERS_BYTES_MAX = 16 << 10;

    /// How long requests that are being worked on may go on when the listener closes.
    static final Duration GRACE = Duration.ofSeconds(5);

    private final WebServer server;
    private final BoundedConnections connections;
    private final Timer watching;

    private HttpListener(WebServer server, BoundedConnections connections, Timer watching) {
        this.server = server;
        this.connections = connections;
        this.watching = watching;
    }

    /// Begins to listen on `address`; port 0 takes any free one.
    ///
    /// @param dispatcher where calls go, once it is there; until then they wait
    /// @param requestIds where the id of each request comes from
    /// @param region the region that the answer to a health check names
    /// @param bounds what is taken on at a time
    /// @throws ListenException if the address cannot be listened on
    public static HttpListener open(
            InetSocketAddress address,
            CompletableFuture<Dispatcher> dispatcher,
            RequestIds requestIds,
            String region,
            HttpBounds bounds) {
        return open(
                address,
                dispatcher,
                CompletableFuture.completedFuture(RestDispatcher.NONE),
                requestIds,
                region,
                bounds);
    }

    /// Begins to listen on `address`, as above.
    ///
    /// @param rest where requests of Lambda's API go, once it is there
    public static HttpListener open(
            InetSocketAddress address,
            CompletableFuture<Dispatcher> dispatcher,
            CompletableFuture<RestDispatcher> rest,
            RequestIds requestIds,
            String region,
            HttpBounds bounds) {
        FreeAddress.require(address, BACKLOG);
        SlowClientWatch watch = new SlowClientWatch(System::nanoTime, bounds.turnMax());
        RestHandler restHandler = new RestHandler(rest, bounds, watch);
        ApiHandler handler =
                new ApiHandler(dispatcher, requestIds, bounds, watch, restHandler, region);
        BoundedConnections connections =
                new BoundedConnections(http1(watch), bounds.connectionsMax());
        WebServer server = webServer(address, handler, connections, bounds).start();
        if (!server.isRunning()) {
            throw new ListenException(address, new IOException("the web server did not start"));
        }
        return new HttpListener(server, connections, watch.start());
    }

    /// The port that is listened on.
    public int port() {
        return server.port();
    }

    /// The connections of this port.
    public BoundedConnections connections() {
        return connections;
    }

    /// Stops accepting, lets the requests that are being worked on end within {@link #GRACE}, and
    /// closes every connection.
    @Override
    public void close() {
        server.stop();
        watching.cancel();
    }

    private static WebServer webServer(
            InetSocketAddress address,
            ApiHandler handler,
            BoundedConnections connections,
            HttpBounds bounds) {
        return WebServer.builder()
                .bindAddress(address)
                .backlog(BACKLOG)
                .idleConnectionTimeout(bounds.idleMax())
                .idleConnectionPeriod(SlowClientWatch.period(bounds.idleMax()))
                .shutdownGracePeriod(GRACE)
                .shutdownHook(false)
                // Sockets write a response in one piece; channels would do so in small ones.
                .useNio(false)
                .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
                .featuresDiscoverServices(false)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(connections)
                .routing(HttpRouting.builder().any(handler))
                .build();
    }

    private static ServerConnectionSelector http1(SlowClientWatch watch) {
        Http1Config config =
                Http1Config.builder()
                        .maxHeadersSize(HEADERS_BYTES_MAX)
                        .sendKeepAliveHeader(false)
                        .addReceiveListener(watch)
                        .log(HttpLogConfig.builder().sendLog(false).build())
                        .build();
        return Http1ConnectionSelector.builder().config(config).build();
    }
}
