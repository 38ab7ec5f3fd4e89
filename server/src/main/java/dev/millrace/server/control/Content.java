package dev.millrace.server.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.wire.JsonOutput;

import java.util.function.Consumer;

/// What a control request is answered with.
final class Content {
    static final String JSON = "application/json";

    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final String type;
    private final byte[] bytes;

    /// @param type the content type
    Content(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    static Content json(Consumer<JsonOutput> members) {
        JsonOutput output = new JsonOutput();
        output.document(() -> members.accept(output));
        return new Content(JSON, output.toByteArray());
    }

    /// Metrics in the text format of Prometheus.
    static Content metrics(String text) {
        return new Content(METRICS, text.getBytes(UTF_8));
    }

    /// The content type.
    String type() {
        return type;
    }

    /// The body. Not a copy.
    byte[] bytes() {
        return bytes;
    }
}
