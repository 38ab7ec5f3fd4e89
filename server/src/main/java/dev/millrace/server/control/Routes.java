package dev.millrace.server.control;

import dev.millrace.engine.Engine;
import dev.millrace.transfer.kinesis.DeliveryReport;
import dev.millrace.triggers.run.Operator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Everything that can be asked of the control API.
public final class Routes {
    private static final String DESCRIPTION = "openapi.json";

    private final List<Route> routes;

    private Routes(List<Route> routes) {
        this.routes = routes;
    }

    /// What can be asked of this server.
    ///
    /// @param clock the one that the engine goes by
    /// @param triggers who knows of the triggers on it
    /// @param deliveries tells how the sending of changes to Kinesis streams goes
    /// @param load what is known of the load on it
    public static Routes of(
            Engine engine,
            InstantSource clock,
            Faults faults,
            Operator triggers,
            Supplier<List<DeliveryReport>> deliveries,
            LoadFigures load) {
        return new Routes(
                Stream.of(
                                new ClockRoutes(clock, engine.schedule()).routes(),
                                new ShardRoutes(engine).routes(),
                                new FaultRoutes(engine, faults).routes(),
                                new HealthRoutes(engine.inside().health()).routes(),
                                new BackupRoutes(engine).routes(),
                                new ContributorRoutes(engine).routes(),
                                new TriggerRoutes(triggers).routes(),
                                List.of(
                                        Route.get(
                                                "/metrics",
                                                () -> metrics(engine, triggers, deliveries, load)),
                                        Route.get("/openapi.json", Routes::description)))
                        .flatMap(List::stream)
                        .toList());
    }

    List<Route> all() {
        return routes;
    }

    /// The route of a request.
    ///
    /// @throws Refusal if there is none
    Route find(String method, String path) {
        List<Route> there = routes.stream().filter(route -> route.path().equals(path)).toList();
        if (there.isEmpty()) {
            throw Refusal.notFound(
                    "there is nothing at " + path + "; GET /openapi.json tells what there is");
        }
        return there.stream()
                .filter(route -> route.method().equals(method))
                .findFirst()
                .orElseThrow(() -> Refusal.methodNotAllowed(path + " takes " + methods(there)));
    }

    private static String methods(List<Route> routes) {
        return String.join(" and ", new TreeSet<>(routes.stream().map(Route::method).toList()));
    }

    private static Content metrics(
            Engine engine,
            Operator triggers,
            Supplier<List<DeliveryReport>> deliveries,
            LoadFigures load) {
        MetricLines lines = new MetricLines();
        MetricsText.write(engine.readers().measure().execute(), lines);
        TriggerMetrics.write(triggers.mappings(), lines);
        DeliveryMetrics.write(deliveries.get(), lines);
        load.write(lines);
        return Content.metrics(lines.toString());
    }

    private static Content description() {
        try (InputStream file = Routes.class.getResourceAsStream(DESCRIPTION)) {
            if (file == null) {
                throw new IllegalStateException("the description of the control API is missing");
            }
            return new Content(Content.JSON, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the description of the control API is unreadable", e);
        }
    }
}
