package dev.millrace.server.control;

import dev.millrace.server.dispatch.FailureLog;
import dev.millrace.server.http.BoundedConnections;
import dev.millrace.server.http.FreeAddress;
import dev.millrace.server.http.ListenException;
import dev.millrace.server.http.SlowClientWatch;

import io.helidon.http.HttpLogConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;

/// The port of the control API, from the moment it is made until it is closed.
public final class ControlListener implements AutoCloseable {
    /// How many connections may be open.
    static final int CONNECTIONS_MAX = 64;

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration IDLE_MAX = Duration.ofMinutes(5);
    private static final Duration TURN_MAX = Duration.ofSeconds(30);

    private final WebServer server;
    private final Timer watching;

    private ControlListener(WebServer server, Timer watching) {
        this.server = server;
        this.watching = watching;
    }

    /// Begins to listen; port 0 takes any free one.
    ///
    /// @param routes what can be asked, once it is there; until then requests wait
    /// @throws ListenException if the address cannot be listened on
    public static ControlListener open(
            InetSocketAddress address, CompletableFuture<Routes> routes) {
        FreeAddress.require(address, CONNECTIONS_MAX);
        SlowClientWatch watch = new SlowClientWatch(System::nanoTime, TURN_MAX);
        ControlHandler handler = new ControlHandler(routes, FailureLog.ofProcess(), watch);
        WebServer server =
                WebServer.builder()
                        .bindAddress(address)
                        .idleConnectionTimeout(IDLE_MAX)
                        .shutdownGracePeriod(GRACE)
                        .shutdownHook(false)
                        .useNio(false)
                        .featuresDiscoverServices(false)
                        .protocolsDiscoverServices(false)
                        .addConnectionSelector(
                                new BoundedConnections(http1(watch), CONNECTIONS_MAX))
                        .routing(HttpRouting.builder().any(handler))
                        .build()
                        .start();
        if (!server.isRunning()) {
            throw new ListenException(address, new IOException("the web server did not start"));
        }
        return new ControlListener(server, watch.start());
    }

    private static Http1ConnectionSelector http1(SlowClientWatch watch) {
        Http1Config config =
                Http1Config.builder()
                        .addReceiveListener(watch)
                        .log(HttpLogConfig.builder().sendLog(false).build())
                        .build();
        return Http1ConnectionSelector.builder().config(config).build();
    }

    /// The port that is listened on.
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
        watching.cancel();
    }
}
