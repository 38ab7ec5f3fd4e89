package dev.millrace.server.dispatch;

import dev.millrace.engine.operation.Operation;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Target;

/// An operation that can be called, and its form on the wire.
///
/// @param codec reads the request and writes the response
/// @param operation does what is asked
public record Endpoint<Q, R>(OperationCodec<Q, R> codec, Operation<Q, R> operation) {

    /// This endpoint, for tables of `owner` alone.
    public Endpoint<Q, R> of(TableOwner owner) {
        return new Endpoint<>(new OwnTablesCodec<>(codec, owner), operation);
    }

    /// What a request must name in `X-Amz-Target` to reach it.
    Target target() {
        return new Target(codec.service(), codec.operation());
    }

    /// Decodes the request, executes it, encodes the response.
    ///
    /// @throws dev.millrace.model.error.ApiException for what is wrong with the request; nothing is
    ///   then written
    void run(JsonInput input, JsonOutput output) {
        codec.encode(operation.execute(codec.decode(input)), output);
    }
}
