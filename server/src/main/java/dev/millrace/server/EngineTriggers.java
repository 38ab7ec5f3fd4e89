package dev.millrace.server;

import dev.millrace.engine.Engine;
import dev.millrace.server.config.ServerOptions;
import dev.millrace.triggers.destination.ConfiguredDestinations;
import dev.millrace.triggers.destination.Destinations;
import dev.millrace.triggers.mapping.LambdaNames;
import dev.millrace.triggers.rest.MappingRoutes;
import dev.millrace.triggers.rest.Route;
import dev.millrace.triggers.rest.RouteTable;
import dev.millrace.triggers.rest.TagRoutes;
import dev.millrace.triggers.run.StreamOperations;
import dev.millrace.triggers.run.Surroundings;
import dev.millrace.triggers.run.Triggers;

import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// The triggers of an engine, with the destinations that the options name.
final class EngineTriggers {

    private EngineTriggers() {}

    /// Begins to run the mappings that the engine keeps.
    static Triggers open(
            Engine engine, ServerOptions options, InstantSource clock, EngineFunctions functions) {
        Supplier<HttpClient> http = new LazyHttpClient();
        System.Logger logger = System.getLogger(Triggers.class.getName());
        return Triggers.open(
                new Surroundings(
                        operations(engine),
                        names(options),
                        functions.functions(),
                        destinations(engine, options, http, clock),
                        clock,
                        new SecureRandom(),
                        Thread.ofVirtual().name("trigger-", 0).factory(),
                        (what, cause) -> logger.log(Level.ERROR, what, cause)));
    }

    /// Lambda's API on these triggers.
    static RouteTable routes(Triggers triggers, EngineFunctions functions, ServerOptions options) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(new MappingRoutes(triggers, names(options)).routes());
        routes.addAll(functions.routes());
        routes.addAll(new TagRoutes(triggers, functions.catalog(), names(options)).routes());
        return new RouteTable(routes);
    }

    private static StreamOperations operations(Engine engine) {
        return new StreamOperations(
                engine.describeStream(),
                engine.getShardIterator(),
                engine.inside().getRecords(),
                engine.inside().latestSequenceNumber(),
                engine.inside().readDocuments(),
                engine.inside().writeDocuments(),
                engine.inside().grantToken(),
                engine.inside().revokeTokens(),
                engine.inside().measureLag());
    }

    /// The full names of functions and mappings.
    static LambdaNames names(ServerOptions options) {
        return new LambdaNames(options.region(), options.account());
    }

    private static Destinations destinations(
            Engine engine, ServerOptions options, Supplier<HttpClient> http, InstantSource clock) {
        return new ConfiguredDestinations(
                options.triggers().destinations(),
                options.region(),
                http,
                clock,
                engine.describeTable(),
                engine.inside().putItem(),
                () -> UUID.randomUUID().toString());
    }
}
