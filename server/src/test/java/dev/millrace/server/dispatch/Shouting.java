package dev.millrace.server.dispatch;

import dev.millrace.engine.operation.Operation;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;

/// An operation of the tests: `{"Text": "…"}` is answered with what a function makes of the text.
///
/// @param service where it belongs
/// @param operation its name
record Shouting(Service service, String operation) implements OperationCodec<String, String> {

    /// An endpoint called `Shout` of `service`.
    static Endpoint<String, String> endpoint(Service service, Operation<String, String> operation) {
        return new Endpoint<>(new Shouting(service, "Shout"), operation);
    }

    @Override
    public String decode(JsonInput input) {
        return input.document(Shouting::text);
    }

    @Override
    public void encode(String response, JsonOutput output) {
        output.document(() -> output.text("Text", response));
    }

    private static String text(JsonInput input) {
        String text = "";
        while (input.nextMember()) {
            text = input.text();
        }
        return text;
    }
}
