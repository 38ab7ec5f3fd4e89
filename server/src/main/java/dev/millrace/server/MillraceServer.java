package dev.millrace.server;

import dev.millrace.engine.Engine;
import dev.millrace.engine.EngineBounds;
import dev.millrace.engine.EngineOptions;
import dev.millrace.engine.backfill.BackfillPace;
import dev.millrace.engine.commit.LogUnavailableException;
import dev.millrace.engine.keyspace.NewerFormatException;
import dev.millrace.engine.schedule.Driving;
import dev.millrace.server.clock.ManualClock;
import dev.millrace.server.config.ClockChoice;
import dev.millrace.server.config.ServerOptions;
import dev.millrace.server.control.Faults;
import dev.millrace.server.control.Routes;
import dev.millrace.server.dispatch.EndpointTable;
import dev.millrace.server.dispatch.TableOwner;
import dev.millrace.server.http.HttpBounds;
import dev.millrace.store.Store;
import dev.millrace.triggers.rest.RouteTable;
import dev.millrace.triggers.run.Triggers;
import dev.millrace.wire.RequestIds;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A running server: a store, an engine on it, and the ports that lead to the engine.
public final class MillraceServer implements AutoCloseable {

    private final ServerOptions options;
    private final Listeners listeners;
    private final Engine engine;
    private final Triggers triggers;
    private final EngineFunctions functions;
    private final EngineTransfers transfers;
    private final Store store;
    private final AtomicBoolean closed = new AtomicBoolean();

    private MillraceServer(
            ServerOptions options,
            Listeners listeners,
            Engine engine,
            Triggers triggers,
            EngineFunctions functions,
            EngineTransfers transfers,
            Store store) {
        this.options = options;
        this.listeners = listeners;
        this.engine = engine;
        this.triggers = triggers;
        this.functions = functions;
        this.transfers = transfers;
        this.store = store;
    }

    /// Starts a server that goes by the clock that the options choose.
    ///
    /// @throws StartupException if it cannot start; nothing of it is then left running, and if the
    ///   reason is a port, no file has been touched
    public static MillraceServer start(ServerOptions options) {
        InstantSource system = InstantSource.system();
        return switch (options.control().clock()) {
            case ClockChoice.OfSystem() -> start(options, system, Driving.BY_THREAD);
            case ClockChoice.Manual(Instant moment) ->
                    start(options, new ManualClock(moment == null ? system.instant() : moment));
        };
    }

    /// Starts a server that goes by `clock`, which the caller moves with [#advance].
    ///
    /// @throws StartupException as above
    public static MillraceServer start(ServerOptions options, InstantSource clock) {
        return start(options, clock, Driving.BY_CALLS);
    }

    private static MillraceServer start(
            ServerOptions options, InstantSource clock, Driving driving) {
        RequestIds requestIds = new RequestIds(() -> ThreadLocalRandom.current().nextLong());
        HttpBounds bounds = ServerBounds.ofPorts(options.load());
        Listeners listeners = Listeners.open(options, requestIds, bounds);
        try {
            EngineBounds load = ServerBounds.ofEngine(options.load(), bounds);
            return start(options, engineOptions(options, clock, driving, load), listeners);
        } catch (RuntimeException | Error e) {
            listeners.close();
            throw e;
        }
    }

    private static MillraceServer start(
            ServerOptions options, EngineOptions how, Listeners listeners) {
        Store store = new DataDirectory(options.data(), options.load().memory()).open();
        try {
            Engine engine = engine(how, options, store);
            return start(options, how.clock(), listeners, engine, store);
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    // The threads of an engine must not outlive its store.
    private static MillraceServer start(
            ServerOptions options,
            InstantSource clock,
            Listeners listeners,
            Engine engine,
            Store store) {
        try {
            URI endpoint = EndpointUri.of(options.host(), listeners.port());
            EngineFunctions functions = EngineFunctions.open(engine, options, endpoint, clock);
            return start(options, clock, listeners, engine, functions, store);
        } catch (RuntimeException | Error e) {
            engine.close();
            throw e;
        }
    }

    // Processes of functions must not outlive the server.
    private static MillraceServer start(
            ServerOptions options,
            InstantSource clock,
            Listeners listeners,
            Engine engine,
            EngineFunctions functions,
            Store store) {
        try {
            String address = EndpointUri.of(options.host(), listeners.port()).getAuthority();
            Triggers triggers = EngineTriggers.open(engine, options, clock, functions);
            RouteTable lambda = EngineTriggers.routes(triggers, functions, options);
            EngineTransfers transfers = EngineTransfers.open(engine, options, clock);
            serve(engine, options, clock, address, triggers, transfers, lambda, listeners);
            return new MillraceServer(
                    options, listeners, engine, triggers, functions, transfers, store);
        } catch (RuntimeException | Error e) {
            functions.close();
            throw e;
        }
    }

    private static void serve(
            Engine engine,
            ServerOptions options,
            InstantSource clock,
            String address,
            Triggers triggers,
            EngineTransfers transfers,
            RouteTable lambda,
            Listeners listeners) {
        TableOwner owner = new TableOwner(options.region(), options.account());
        Faults faults = new Faults(engine.readers().nameShard());
        EndpointTable table =
                listeners.controlPort() == null
                        ? EngineEndpoints.of(engine, transfers.operations(), address, owner)
                        : EngineEndpoints.of(
                                        engine,
                                        transfers.operations(),
                                        address,
                                        owner,
                                        faults::emptied)
                                .changed(faults::around);
        HealthLog.follow(engine.inside().health());
        listeners.serve(
                table,
                lambda,
                engine.readers().openTail(),
                engine.inside().health(),
                Routes.of(
                        engine,
                        clock,
                        faults,
                        triggers.operator(),
                        transfers.operations().deliveries()::reports,
                        listeners.load(engine.inside().queue())));
    }

    private static Engine engine(EngineOptions how, ServerOptions options, Store store) {
        try {
            return Engine.open(how, store);
        } catch (NewerFormatException e) {
            throw DataDirectory.newer(options.data(), e);
        } catch (LogUnavailableException e) {
            throw new StartupException(
                    "data directory " + options.data() + " cannot be written to: " + e.getCause(),
                    e);
        }
    }

    private static EngineOptions engineOptions(
            ServerOptions options, InstantSource clock, Driving driving, EngineBounds bounds) {
        return new EngineOptions(
                options.region(),
                options.account(),
                options.durability(),
                clock,
                new SecureRandom(),
                Thread.ofPlatform().daemon().name("sequencer").factory(),
                driving,
                options.shards(),
                options.streamLimits(),
                options.tables(),
                BackfillPace.UNHINDERED,
                bounds);
    }

    /// Lets time pass up to `target` on a clock that the caller can set: everything that falls due
    /// on the way is done at its own moment, one after the other.
    ///
    /// @param setClock sets the clock that the server was started with
    public void advance(Instant target, Consumer<Instant> setClock) {
        engine.schedule().advance(target, setClock);
    }

    /// The port for tables and, unless only the second port is meant for them, streams.
    public int port() {
        return listeners.port();
    }

    /// The second port, for streams only; null if there is none.
    public @Nullable Integer streamsPort() {
        return listeners.streamsPort();
    }

    /// Where tests find the control API; null if it is off.
    public @Nullable URI controlEndpoint() {
        Integer port = listeners.controlPort();
        return port == null ? null : EndpointUri.of(options.control().host(), port);
    }

    /// Where clients find the tables, and the streams as well.
    public URI endpoint() {
        return EndpointUri.of(options.host(), port());
    }

    /// Where clients find the streams: at the second port if there is one.
    public URI streamsEndpoint() {
        Integer second = streamsPort();
        return second == null ? endpoint() : EndpointUri.of(options.host(), second);
    }

    /// Stops accepting requests, lets those that are being worked on end for a few seconds, then
    /// closes engine and store. Closing twice does nothing.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            triggers.stop();
            engine.readers().endWaiting();
            try {
                listeners.close();
            } finally {
                closeTriggersAndEngine();
            }
        }
    }

    private void closeTriggersAndEngine() {
        try {
            triggers.close();
        } finally {
            closeFunctionsAndEngine();
        }
    }

    private void closeFunctionsAndEngine() {
        try {
            functions.close();
        } finally {
            closeTransfersAndEngine();
        }
    }

    private void closeTransfersAndEngine() {
        try {
            transfers.close();
        } finally {
            closeEngine();
        }
    }

    private void closeEngine() {
        try {
            engine.close();
        } finally {
            store.close();
        }
    }
}
