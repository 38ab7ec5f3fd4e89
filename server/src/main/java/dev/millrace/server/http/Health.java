package dev.millrace.server.http;

import dev.millrace.engine.commit.LogState;
import dev.millrace.wire.JsonOutput;

/// What a look at the health of a server finds, as load balancers and Kubernetes ask for it:
/// whether the process lives, and whether it takes every kind of request.
///
/// @param status 200 or 503, which is all that most who ask look at
/// @param state one word
/// @param reason why it is not ready; empty if it is
public record Health(int status, String state, String reason) {
    /// The path at which the process tells that it lives.
    public static final String LIVE_PATH = "/health/live";

    /// The path at which it tells whether it is ready.
    public static final String READY_PATH = "/health/ready";

    /// A process that answers at all.
    public static final Health LIVE = new Health(200, "live", "");

    /// A server that is still opening its store.
    public static final Health STARTING = new Health(503, "starting", "the store is being opened");

    /// The readiness of a server whose log is in this state.
    public static Health of(LogState log) {
        return switch (log) {
            case LogState.Writable() -> new Health(200, "ready", "");
            case LogState.ReadOnly(String cause, boolean needsRestart) ->
                    new Health(503, needsRestart ? "read-only until restart" : "read-only", cause);
        };
    }

    /// The answer as JSON.
    public byte[] json() {
        JsonOutput output = new JsonOutput();
        output.document(() -> {
            output.text("status", state);
            if (!reason.isEmpty()) {
                output.text("reason", reason);
            }
        });
        return output.toByteArray();
    }
}
