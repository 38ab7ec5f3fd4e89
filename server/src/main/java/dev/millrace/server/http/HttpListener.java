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
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;

/// One port that answers requests, from the moment it is made until it is closed.
public final class HttpListener implements AutoCloseable {

    /// How many connections may wait to be accepted.
    static final int BACKLOG = 1024;

    /// How many connections may be open; more are closed at once. Kept well below the number of
    /// files that systems let a process have open, because at that limit the web server would give
    /// up its port.
    static final int CONNECTIONS_MAX = 4096;

    /// The largest size of all headers of a request together.
    static final int HEADERS_BYTES_MAX = 32 << 10;

    /// How long a connection may be open between two requests.
    static final Duration IDLE_MAX = Duration.ofMinutes(5);

    /// How long a client may take to send a request, and again to take the response.
    static final Duration TURN_MAX = Duration.ofMinutes(2);

    /// How long requests that are being worked on may go on when the listener closes.
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration CHECK_PERIOD = Duration.ofSeconds(5);

    private final WebServer server;
    private final Timer watching;

    private HttpListener(WebServer server, Timer watching) {
        this.server = server;
        this.watching = watching;
    }

    /// Begins to listen on `address`; port 0 takes any free one.
    ///
    /// @param dispatcher where calls go, once it is there; until then they wait
    /// @param requestIds where the id of each request comes from
    /// @param region the region that the answer to a health check names
    /// @throws ListenException if the address cannot be listened on
    public static HttpListener open(
            InetSocketAddress address,
            CompletableFuture<Dispatcher> dispatcher,
            RequestIds requestIds,
            String region) {
        return open(
                address,
                dispatcher,
                CompletableFuture.completedFuture(RestDispatcher.NONE),
                requestIds,
                region);
    }

    /// Begins to listen on `address`, as above.
    ///
    /// @param rest where requests of Lambda's API go, once it is there
    public static HttpListener open(
            InetSocketAddress address,
            CompletableFuture<Dispatcher> dispatcher,
            CompletableFuture<RestDispatcher> rest,
            RequestIds requestIds,
            String region) {
        FreeAddress.require(address, BACKLOG);
        SlowClientWatch watch = new SlowClientWatch(System::nanoTime, TURN_MAX);
        BodyBudget budget = BodyBudget.ofHeap(Runtime.getRuntime().maxMemory());
        RestHandler restHandler = new RestHandler(rest, budget, watch);
        ApiHandler handler =
                new ApiHandler(dispatcher, requestIds, budget, watch, restHandler, region);
        WebServer server = webServer(address, handler, watch).start();
        if (!server.isRunning()) {
            throw new ListenException(address, new IOException("the web server did not start"));
        }
        return new HttpListener(server, watching(watch));
    }

    /// The port that is listened on.
    public int port() {
        return server.port();
    }

    /// Stops accepting, lets the requests that are being worked on end within {@link #GRACE}, and
    /// closes every connection.
    @Override
    public void close() {
        server.stop();
        watching.cancel();
    }

    private static WebServer webServer(
            InetSocketAddress address, ApiHandler handler, SlowClientWatch watch) {
        return WebServer.builder()
                .bindAddress(address)
                .backlog(BACKLOG)
                .idleConnectionTimeout(IDLE_MAX)
                .idleConnectionPeriod(CHECK_PERIOD)
                .shutdownGracePeriod(GRACE)
                .shutdownHook(false)
                // Sockets write a response in one piece; channels would do so in small ones.
                .useNio(false)
                .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
                .featuresDiscoverServices(false)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(new BoundedConnections(http1(watch), CONNECTIONS_MAX))
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

    private static Timer watching(SlowClientWatch watch) {
        Timer timer = new Timer("slow-client-watch", true);
        TimerTask task =
                new TimerTask() {
                    @Override
                    public void run() {
                        watch.interruptLate();
                    }
                };
        timer.schedule(task, CHECK_PERIOD.toMillis(), CHECK_PERIOD.toMillis());
        return timer;
    }
}
