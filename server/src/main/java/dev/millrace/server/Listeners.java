package dev.millrace.server;

import dev.millrace.engine.commit.CommandQueue;
import dev.millrace.engine.commit.LogHealth;
import dev.millrace.engine.operation.OpenStreamTail;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.StreamTail;
import dev.millrace.server.config.ControlOptions;
import dev.millrace.server.config.ServerOptions;
import dev.millrace.server.control.ControlListener;
import dev.millrace.server.control.LoadFigures;
import dev.millrace.server.control.Routes;
import dev.millrace.server.dispatch.Dispatcher;
import dev.millrace.server.dispatch.EndpointTable;
import dev.millrace.server.dispatch.FailureLog;
import dev.millrace.server.dispatch.RestDispatcher;
import dev.millrace.server.http.BoundedConnections;
import dev.millrace.server.http.HttpBounds;
import dev.millrace.server.http.HttpListener;
import dev.millrace.server.http.ListenException;
import dev.millrace.triggers.rest.RouteTable;
import dev.millrace.wire.RequestIds;
import dev.millrace.wire.Service;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The one to three ports of a server. They are taken at once; requests wait until {@link #serve}
/// says what there is to call.
final class Listeners implements AutoCloseable {

    private final CompletableFuture<EndpointTable> endpoints = new CompletableFuture<>();
    private final CompletableFuture<Operation<OpenStreamTail.Request, StreamTail>> tails =
            new CompletableFuture<>();
    private final CompletableFuture<LogHealth> health = new CompletableFuture<>();
    private final CompletableFuture<RestDispatcher> rest = new CompletableFuture<>();
    private final HttpBounds bounds;
    private final HttpListener tables;
    private final @Nullable HttpListener streams;
    private final CompletableFuture<Routes> routes = new CompletableFuture<>();
    private final @Nullable ControlListener control;

    private Listeners(ServerOptions options, RequestIds requestIds, HttpBounds bounds) {
        this.bounds = bounds;
        InetAddress host = resolve(options.host());
        CompletableFuture<Dispatcher> all = endpoints.thenApply(this::dispatcher);
        tables = open(new InetSocketAddress(host, options.port()), all, rest, requestIds, options);
        streams = streams(host, requestIds, options);
        control = control(options.control());
    }

    /// Takes the ports that `options` name.
    ///
    /// @param bounds what all ports take on together
    /// @throws StartupException if one cannot be listened on; none is then
    static Listeners open(ServerOptions options, RequestIds requestIds, HttpBounds bounds) {
        return new Listeners(options, requestIds, bounds);
    }

    /// Lets requests through to `table` and `lambda`; those to the second port only to the streams
    /// in the table.
    ///
    /// @param lambda Lambda's API
    /// @param opening opens tails of streams, on both ports
    /// @param log whether writes are taken
    /// @param controls what can be asked on the control port, if there is one
    void serve(
            EndpointTable table,
            RouteTable lambda,
            Operation<OpenStreamTail.Request, StreamTail> opening,
            LogHealth log,
            Routes controls) {
        health.complete(log);
        routes.complete(controls);
        tails.complete(opening);
        rest.complete(new RestDispatcher(lambda, FailureLog.ofProcess()));
        endpoints.complete(table);
    }

    /// The port of the tables.
    int port() {
        return tables.port();
    }

    /// What there is to tell of load.
    LoadFigures load(CommandQueue queue) {
        List<BoundedConnections> connections = new ArrayList<>();
        connections.add(tables.connections());
        if (streams != null) {
            connections.add(streams.connections());
        }
        return new LoadFigures(connections, bounds, queue);
    }

    /// The second port; null if there is none.
    @Nullable Integer streamsPort() {
        return streams == null ? null : streams.port();
    }

    /// The control port; null if there is none.
    @Nullable Integer controlPort() {
        return control == null ? null : control.port();
    }

    /// Closes the ports. Requests still waiting end without an answer.
    @Override
    public void close() {
        endpoints.cancel(false);
        routes.cancel(false);
        rest.cancel(false);
        try {
            tables.close();
        } finally {
            closeOthers();
        }
    }

    private void closeOthers() {
        try {
            if (streams != null) {
                streams.close();
            }
        } finally {
            if (control != null) {
                control.close();
            }
        }
    }

    private @Nullable ControlListener control(ControlOptions options) {
        Integer port = options.port();
        if (port == null) {
            return null;
        }
        try {
            InetAddress host = resolve(options.host());
            return ControlListener.open(new InetSocketAddress(host, port), routes);
        } catch (ListenException e) {
            close();
            throw unavailable(e);
        } catch (StartupException e) {
            close();
            throw e;
        }
    }

    private @Nullable HttpListener streams(
            InetAddress host, RequestIds requestIds, ServerOptions options) {
        Integer port = options.streamsPort();
        if (port == null) {
            return null;
        }
        try {
            CompletableFuture<Dispatcher> some =
                    endpoints.thenApply(table -> dispatcher(table.only(Service.STREAMS)));
            return open(
                    new InetSocketAddress(host, port),
                    some,
                    CompletableFuture.completedFuture(RestDispatcher.NONE),
                    requestIds,
                    options);
        } catch (StartupException e) {
            tables.close();
            throw e;
        }
    }

    private Dispatcher dispatcher(EndpointTable table) {
        return new Dispatcher(table, FailureLog.ofProcess(), tails.join(), health.join()::state);
    }

    private HttpListener open(
            InetSocketAddress address,
            CompletableFuture<Dispatcher> dispatcher,
            CompletableFuture<RestDispatcher> rest,
            RequestIds requestIds,
            ServerOptions options) {
        try {
            return HttpListener.open(
                    address, dispatcher, rest, requestIds, options.region(), bounds);
        } catch (ListenException e) {
            throw unavailable(e);
        }
    }

    private static StartupException unavailable(ListenException e) {
        InetSocketAddress address = e.address();
        Throwable cause = e.getCause();
        return new StartupException(
                "cannot listen on port "
                        + address.getPort()
                        + " of "
                        + address.getAddress().getHostAddress()
                        + (cause == null ? "" : " (" + cause.getMessage() + ")")
                        + "; free it or choose another port",
                e);
    }

    private static InetAddress resolve(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StartupException("the host to listen on is not known here: " + host, e);
        }
    }
}
