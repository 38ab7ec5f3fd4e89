package dev.millrace.server.dispatch;

import dev.millrace.engine.operation.Operation;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Target;

import org.jspecify.annotations.Nullable;

import java.util.function.BiFunction;
import java.util.function.Function;

/// An operation that can be called, and its form on the wire.
///
/// @param codec reads the request and writes the response
/// @param operation does what is asked
/// @param headers adds to a decoded request what its headers ask for; they are found by name
/// @param admission refuses requests that there is no room for, before they are decoded
public record Endpoint<Q, R>(
        OperationCodec<Q, R> codec,
        Operation<Q, R> operation,
        BiFunction<Q, Function<String, @Nullable String>, Q> headers,
        Runnable admission) {
    /// An operation that is asked for by body and headers, and has no bound of its own.
    public Endpoint(
            OperationCodec<Q, R> codec,
            Operation<Q, R> operation,
            BiFunction<Q, Function<String, @Nullable String>, Q> headers) {
        this(codec, operation, headers, Endpoint::admitAll);
    }

    /// An operation that is asked for by the body alone.
    public Endpoint(OperationCodec<Q, R> codec, Operation<Q, R> operation) {
        this(codec, operation, (request, _) -> request);
    }

    /// This endpoint, for tables of `owner` alone.
    public Endpoint<Q, R> of(TableOwner owner) {
        return new Endpoint<>(new OwnTablesCodec<>(codec, owner), operation, headers, admission);
    }

    /// This endpoint with another way to do what is asked.
    public Endpoint<Q, R> doing(Operation<Q, R> other) {
        return new Endpoint<>(codec, other, headers, admission);
    }

    /// This endpoint, at which `check` refuses requests that there is no room for.
    public Endpoint<Q, R> admittedBy(Runnable check) {
        return new Endpoint<>(codec, operation, headers, check);
    }

    /// What a request must name in `X-Amz-Target` to reach it.
    Target target() {
        return new Target(codec.service(), codec.operation());
    }

    /// Decodes the request, executes it, encodes the response.
    ///
    /// @throws dev.millrace.model.error.ApiException for what is wrong with the request; nothing is
    ///   then written
    void run(Call call, JsonInput input, JsonOutput output) {
        Q request = headers.apply(codec.decode(input), call.header());
        R response = operation.execute(request);
        output.nameTablesBy(input.tableArns());
        codec.encode(response, output);
    }

    private static void admitAll() {
        // There is always room.
    }
}
