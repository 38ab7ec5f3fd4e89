package dev.millrace.server.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.wire.JsonOutput;

import java.util.function.Consumer;

/// What a control request is answered with.
///
/// @param type its content type
record Content(String type, byte[] bytes) {
    static final String JSON = "application/json";

    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    static Content json(Consumer<JsonOutput> members) {
        JsonOutput output = new JsonOutput();
        output.document(() -> members.accept(output));
        return new Content(JSON, output.toByteArray());
    }

    /// Metrics in the text format of Prometheus.
    static Content metrics(String text) {
        return new Content(METRICS, text.getBytes(UTF_8));
    }
}
