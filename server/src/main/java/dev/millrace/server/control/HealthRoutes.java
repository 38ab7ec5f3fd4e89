package dev.millrace.server.control;

import dev.millrace.engine.commit.LogHealth;
import dev.millrace.server.http.Health;

import java.util.List;

/// Whether the server lives and is ready, as on the other ports.
record HealthRoutes(LogHealth log) {
    List<Route> routes() {
        return List.of(
                Route.get(Health.LIVE_PATH, () -> content(Health.LIVE)),
                Route.get(Health.READY_PATH, () -> content(Health.of(log.state()))));
    }

    private static Content content(Health health) {
        if (!health.reason().isEmpty()) {
            throw Refusal.unavailable(health.state() + ": " + health.reason());
        }
        return new Content(Content.JSON, health.json());
    }
}
