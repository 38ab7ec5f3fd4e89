package dev.millrace.server;

import dev.millrace.engine.Engine;
import dev.millrace.server.config.DeclaredCode;
import dev.millrace.server.config.FunctionDeclaration;
import dev.millrace.server.config.ServerOptions;
import dev.millrace.triggers.function.FunctionTarget;
import dev.millrace.triggers.function.Functions;
import dev.millrace.triggers.function.catalog.FunctionCatalog;
import dev.millrace.triggers.function.catalog.FunctionSurroundings;
import dev.millrace.triggers.function.code.CodeStore;
import dev.millrace.triggers.function.http.HttpFunction;
import dev.millrace.triggers.function.instance.FunctionPlan;
import dev.millrace.triggers.function.instance.InstancePool;
import dev.millrace.triggers.function.instance.InstanceStarter;
import dev.millrace.triggers.function.instance.PooledFunction;
import dev.millrace.triggers.function.jar.JarCode;
import dev.millrace.triggers.function.jar.JarInstance;
import dev.millrace.triggers.function.jar.JarSurroundings;
import dev.millrace.triggers.function.log.FunctionLogs;
import dev.millrace.triggers.function.process.ProcessCode;
import dev.millrace.triggers.function.process.ProcessLauncher;
import dev.millrace.triggers.function.queue.EventLimits;
import dev.millrace.triggers.function.queue.EventQueue;
import dev.millrace.triggers.rest.FunctionRoutes;
import dev.millrace.triggers.rest.InvokeRoute;
import dev.millrace.triggers.rest.Route;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// The functions of a server: those that the configuration file declares and those that clients
/// make, with all that runs them.
final class EngineFunctions implements AutoCloseable {
    private static final long LOG_BYTES_MAX = 5 << 20;

    private final ServerOptions options;
    private final FunctionHost host;
    private final InstancePool pool;
    private final FunctionLogs logs;
    private final ProcessLauncher launcher;
    private final JarSurroundings jars;
    private final Map<String, FunctionTarget> declared = new HashMap<>();
    private final FunctionCatalog catalog;
    private final EventQueue queue;

    private EngineFunctions(
            Engine engine,
            ServerOptions options,
            FunctionHost host,
            InstancePool pool,
            InstantSource clock) {
        this.options = options;
        this.host = host;
        this.pool = pool;
        this.logs =
                new FunctionLogs(
                        host.directory().resolve("log"),
                        LOG_BYTES_MAX,
                        InstantSource.system(),
                        host.failures());
        this.launcher = new ProcessLauncher(host.processes(logs));
        this.jars =
                new JarSurroundings(
                        logs,
                        System::nanoTime,
                        () -> UUID.randomUUID().toString().replace("-", ""),
                        Thread.ofPlatform().daemon().name("function-", 0).factory(),
                        host.failures());
        Supplier<HttpClient> http = new LazyHttpClient();
        options.triggers()
                .functions()
                .forEach(function -> declared.put(function.name(), target(function, http)));
        this.catalog =
                FunctionCatalog.open(
                        new FunctionSurroundings(
                                engine.inside().readDocuments(),
                                engine.inside().writeDocuments(),
                                EngineTriggers.names(options),
                                new CodeStore(
                                        host.directory(), options.triggers().runs().codeBytesMax()),
                                host.runtimes(),
                                launcher,
                                pool,
                                logs,
                                clock,
                                () -> UUID.randomUUID().toString(),
                                declared::containsKey));
        this.queue =
                new EventQueue(
                        functions(),
                        EventLimits.DEFAULT,
                        System::nanoTime,
                        host.threads(),
                        host.failures());
    }

    /// Makes ready what runs functions, and reads those that the engine keeps.
    ///
    /// @param endpoint where functions reach the tables
    static EngineFunctions open(
            Engine engine, ServerOptions options, URI endpoint, InstantSource clock) {
        FunctionHost host = FunctionHost.open(options, endpoint);
        InstancePool pool =
                new InstancePool(
                        options.triggers().runs().limits(), System::nanoTime, host.threads());
        try {
            return new EngineFunctions(engine, options, host, pool, clock);
        } catch (RuntimeException | Error e) {
            pool.close();
            host.close();
            throw e;
        }
    }

    /// All of them. One that is declared has no versions; every name of it is the same function.
    Functions functions() {
        return (name, qualifier) -> {
            FunctionTarget found = declared.get(name);
            return found == null ? catalog.find(name, qualifier) : found;
        };
    }

    /// Those that clients make.
    FunctionCatalog catalog() {
        return catalog;
    }

    /// Lambda's API for functions.
    List<Route> routes() {
        var names = EngineTriggers.names(options);
        List<Route> routes = new ArrayList<>(new FunctionRoutes(catalog, names).routes());
        routes.addAll(new InvokeRoute(functions(), queue, names).routes());
        return routes;
    }

    /// Ends every running copy of a function.
    @Override
    public void close() {
        queue.close();
        pool.close();
        logs.close();
        host.close();
    }

    private FunctionTarget target(FunctionDeclaration function, Supplier<HttpClient> http) {
        return switch (function.code()) {
            case DeclaredCode.Url(URI url) -> new HttpFunction(url, function.timeout(), http);
            case DeclaredCode.Jar(var files, String handler) -> {
                JarCode code = new JarCode(files, handler);
                yield pooled(
                        plan(function, "java", handler), plan -> new JarInstance(plan, code, jars));
            }
            case DeclaredCode.Command(var words, String handler, var directory) -> {
                ProcessCode code = new ProcessCode(words, directory.toAbsolutePath());
                yield pooled(
                        plan(function, "provided", handler), plan -> launcher.launch(plan, code));
            }
        };
    }

    private FunctionTarget pooled(FunctionPlan plan, InstanceStarter starter) {
        return new PooledFunction(plan, starter, pool);
    }

    private FunctionPlan plan(FunctionDeclaration function, String runtime, String handler) {
        String role = function.role();
        return new FunctionPlan(
                function.name(),
                "declared",
                runtime,
                handler,
                role == null
                        ? "arn:aws:iam::" + options.account() + ":role/" + function.name()
                        : role,
                function.timeout(),
                function.memoryMegabytes(),
                function.environment(),
                null);
    }
}
